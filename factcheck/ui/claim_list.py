"""The claims of the open project as the table lists them; only those that are seen are read."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import date

from factcheck import blind
from factcheck.listing import Arrangement, Choice, Listing, Mention
from factcheck.model import Appearance, Claim, Reader
from factcheck.ui import present
from factcheck.ui.bench import Bench
from factcheck.ui.models.claim_pages import ClaimPages
from factcheck.ui.models.claims_filter import ClaimsFilter, allowed
from factcheck.ui.models.claims_model import ClaimRow
from factcheck.ui.models.list_rows import ListRows
from factcheck.ui.text import tr


class ClaimList:
    """What the claims table of one window shows now."""

    def __init__(self, bench: Bench) -> None:
        self._bench = bench
        self.listing: Listing | None = None
        self._pages: ClaimPages | None = None
        self._touching = present.Touching([])
        #: How many claims are made in each article.
        self.counts: dict[str, int] = {}

    def open(self, touching: present.Touching) -> None:
        """All claims of the project that was just opened."""
        self._touching = touching
        if self.listing is not None:  # of the same project, as the window showed it first
            self.listing.close()
        self.listing = self._bench.session.listing()
        self.counts = dict(self.listing.counts())
        self._pages = ClaimPages(self.listing, self._rows, self._disputed, self._allowed)
        self._bench.claims.bar.facets = self
        self._bench.claims.set_rows(self._pages)
        self.say_mended()

    def say_mended(self) -> None:
        """Tells, once, that the list of claims was damaged and has been made anew."""
        if self._bench.project is not None and self._bench.session.was_mended():
            self._bench.say(tr("The list of claims was damaged. It has been made anew; no claim is lost."))

    def close(self) -> None:
        """The project is about to be closed: nothing of it is read any more, and its filter is none of another's."""
        self._bench.claims.bar.facets = None
        self._bench.claims.set_rows(ListRows[ClaimRow]([], (), lambda row: row.claim.id))
        self._bench.claims.set_filter(ClaimsFilter())
        if self.listing is not None:
            self.listing.close()
        self.listing, self._pages, self.counts = None, None, {}

    def renew(self) -> None:
        """Records changed of which claims are made; what the filter hides from now on is said."""
        self._bench.claims.table.when_edited(self._renew)

    def _renew(self) -> None:
        if self._pages is None:
            return
        claims = self._bench.claims
        before = claims.selected() if claims.filter().hides else []
        claims.renew(self._pages.renew)
        self.say_mended()
        if gone := sum(self._is_hidden(id) for id in before):
            said = tr("%n claim(s) hidden now: the filter no longer fits.", gone)
            self._bench.say(said, tr("Show all claims"), claims.clear_filter)

    def _is_hidden(self, claim_id: str) -> bool:
        assert self._pages is not None
        claim = self._bench.state.get(Claim, claim_id)
        return claim is not None and not claim.withdrawn and self._pages.hides(claim_id)

    def disputed(self, touching: present.Touching) -> None:
        """Findings came, went or were ruled on."""
        self._touching = touching
        self._bench.claims.table.when_edited(self._touched)

    def _touched(self) -> None:
        if self._pages is not None:
            self._bench.claims.renew(self._pages.touched)

    def reader_changed(self) -> None:
        """Another reader is at the desk."""
        self._bench.claims.bar.blind = self._bench.reader is Reader.second
        self._bench.claims.bar.again()
        self._bench.claims.flush()
        if self._pages is not None:
            self._bench.claims.renew(self._pages.again)

    def count(self, article_ids: Iterable[str]) -> None:
        """Counts the claims of some articles again."""
        wanted = sorted(set(article_ids))
        if wanted and self.listing is not None:
            self.counts |= dict.fromkeys(wanted, 0) | dict(self.listing.counts(wanted))

    def mentions(self, article_ids: Sequence[str]) -> Mapping[str, Sequence[Mention]]:
        """The claims in use that are made in some articles."""
        return self.listing.mentions(article_ids) if self.listing is not None else {}

    def _rows(self, ids: Sequence[str]) -> list[ClaimRow]:
        assert self.listing is not None, "rows are asked for while a project is open"
        return present.claim_rows(blind.seen_by(self.listing.state, self._bench.reader), ids, self._touching)

    def _allowed(self, wished: Arrangement) -> Arrangement:
        """As of today; what would tell a second reader the first verdicts is left out."""
        return allowed(replace(wished, today=date.today().isoformat()), self._bench.reader is Reader.second)

    def choices(self, facet: str, most: int, words: str) -> Sequence[Choice]:
        """What can be ticked, and how many claims each would show beside the other filters."""
        given = self._bench.claims.filter()
        wished = self._allowed(Arrangement(given.words, given.only))
        return self.listing.choices(facet, most, wished, words) if self.listing is not None else ()

    def name(self, facet: str, raw: str) -> str:
        """What a value that can be ticked is called."""
        return self.listing.name(facet, raw) if self.listing is not None else raw

    def _disputed(self) -> Mapping[str, int]:
        """How many findings dispute which claims."""
        found: dict[str, set[str]] = {}
        for article_id in self._touching.articles():
            for appearance in self._bench.state.where(Appearance, article_id=article_id):
                touching = {finding.id for finding in self._touching.appearance(appearance)}
                found.setdefault(appearance.claim_id, set()).update(touching)
        return {claim_id: len(ids) for claim_id, ids in found.items() if ids}
