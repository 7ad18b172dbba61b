"""The articles of the open project, as the list and the panes offer them; after most entries few are counted anew."""

from collections.abc import Iterable, Mapping
from dataclasses import replace

from factcheck import han
from factcheck.model import Article
from factcheck.ui import present, theme
from factcheck.ui.bench import Bench
from factcheck.ui.views.article_list import ArticleRow


class ArticleChoice:
    """What can be chosen in one window."""

    def __init__(self, bench: Bench) -> None:
        self._bench = bench
        self._rows: dict[str, ArticleRow] = {}

    def show(self, counts: Mapping[str, int], touching: present.Touching) -> None:
        """All articles, read anew."""
        bench = self._bench
        theme.appearance().write_characters(
            han.most(han.forms(article.language, article.title) for article in bench.state.each(Article))
        )
        rows = present.article_rows(bench.state, counts, touching, bench.catalogue)
        self._rows = {row.article_id: row for row in rows}
        bench.articles.set_rows(rows)
        bench.desk.set_choices([(row.article_id, row.title, row.publisher) for row in rows])
        self.told()

    def count(self, article_ids: Iterable[str], counts: Mapping[str, int], touching: present.Touching) -> None:
        """Only how many claims and findings there are in some of them has changed."""
        fresh = {
            id: replace(row, claims=counts.get(id, 0), findings=touching.count(id))
            for id in article_ids
            if (row := self._rows.get(id))
        }
        if any(self._rows[id] != row for id, row in fresh.items()):
            self._rows |= fresh
            self._bench.articles.set_rows([*self._rows.values()])

    def __len__(self) -> int:
        return len(self._rows)

    def told(self) -> None:
        """What an empty list of findings says of the articles."""
        self._bench.findings.set_state(len(self._rows), self._bench.feed.busy())

    def forget(self) -> None:
        """No project is open."""
        self._rows = {}
        self._bench.articles.set_rows([])
        self._bench.desk.set_choices([])
        self._bench.findings.set_state(0, False)
