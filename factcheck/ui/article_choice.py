"""The articles of the open project, as the list and the panes offer them; after most entries few are counted anew."""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import replace

from factcheck import han, records
from factcheck.model import Article, Publisher
from factcheck.ui import present, theme
from factcheck.ui.bench import Bench
from factcheck.ui.views.article_list import ArticleRow


class ArticleChoice:
    """What can be chosen in one window."""

    def __init__(self, bench: Bench) -> None:
        self._bench = bench
        #: All of them, in their order, and the rows of those in use.
        self._articles: dict[str, Article] = {}
        self._rows: dict[str, ArticleRow] = {}

    def show(self, counts: Mapping[str, int], touching: present.Touching) -> None:
        """All articles, read anew."""
        self._articles = {article.id: article for article in self._bench.state.each(Article)}
        self._rows = {}
        self._show(counts, touching)

    def described(self, touched: Iterable[object]) -> set[str]:
        """Which articles are described otherwise when these records are: themselves, their publishers, what they
        copy.
        """
        ids = {record.id for record in touched if isinstance(record, Article)}
        publishers = {record.id for record in touched if isinstance(record, Publisher)}
        articles = self._articles.values()
        return ids | {a.id for a in articles if a.publisher_id in publishers or a.copy_of in ids}

    def renew(self, article_ids: Collection[str], counts: Mapping[str, int], touching: present.Touching) -> None:
        """Some articles came, went, or are described otherwise; the others are not read."""
        fresh = {article.id: article for article in self._bench.state.where(Article, id=article_ids)}
        left = {id: article for id, article in self._articles.items() if id not in article_ids}
        self._articles = dict(sorted((left | fresh).items(), key=lambda item: _place(item[1])))
        for id in article_ids:
            self._rows.pop(id, None)
        self._show(counts, touching)

    def _show(self, counts: Mapping[str, int], touching: present.Touching) -> None:
        """The articles in use; of those that have a row it is kept."""
        bench, articles = self._bench, self._articles.values()
        theme.appearance().write_characters(
            han.most(han.forms(article.language, article.title) for article in articles)
        )
        in_use = [article for article in articles if not article.withdrawn]
        missing = [article for article in in_use if article.id not in self._rows]
        made = present.article_rows(bench.state, missing, counts, touching, bench.catalogue)
        known = self._rows | {row.article_id: row for row in made}
        self._rows = {article.id: known[article.id] for article in in_use}
        rows = [*self._rows.values()]
        bench.articles.set_rows(rows)
        bench.desk.set_choices([(row.article_id, row.title, row.publisher) for row in rows])

    def open_first(self) -> None:
        """As many of the first articles as there are panes."""
        bench = self._bench
        first = records.articles(bench.state)[: len(bench.desk.panes())]
        for pane, article in reversed([*enumerate(first)]):  # the first pane is the current one in the end
            bench.desk.show_article(present.shown_article(bench.state, article, bench.catalogue), pane)

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
        self._articles, self._rows = {}, {}
        self._bench.articles.set_rows([])
        self._bench.desk.set_choices([])
        self._bench.findings.set_state(0, False)


def _place(article: Article) -> tuple[int, int, str]:
    """As the records are in order."""
    return article.order, article.added, article.id
