"""Claims merged, taken apart and copied."""

from collections.abc import Callable, Sequence
from functools import partial

from factcheck import edits
from factcheck.model import Claim
from factcheck.steps import Group
from factcheck.ui import one_claim
from factcheck.ui.bench import Bench
from factcheck.ui.dialogs.joining import MergeDialog, Offer, SplitClaimDialog
from factcheck.ui.holding import in_turn
from factcheck.ui.presenter import Presenter
from factcheck.ui.text import by_itself, tr

#: Claims that are offered to be merged.
_OFFERED = 200


class JoiningWishes:
    """Works on one window."""

    def __init__(self, bench: Bench, presenter: Presenter, choose: Callable[[str], None]) -> None:
        """`choose` makes a claim the current one."""
        self.bench, self.presenter, self._choose = bench, presenter, choose

    # --- of the current claim ---

    def merge_current(self) -> None:
        """Asks for a claim that goes into the current one."""
        self._current(self.merge)

    def split_current(self) -> None:
        """Asks what of the current claim becomes one of its own."""
        self._current(self.split)

    def duplicate_current(self) -> None:
        """One more claim like the current one."""
        self._current(self.duplicate)

    def _current(self, wish: Callable[[str], None]) -> None:
        if self.presenter.claim:
            wish(self.presenter.claim)
        else:
            self.bench.say(tr("Choose the claim first."))

    # --- of any claim ---

    def merge(self, claim_id: str) -> None:
        """Asks for a claim that goes into this one."""
        kept = self.bench.state.get(Claim, claim_id)
        if kept is None or not self.bench.editable() or not self.bench.flush():
            return
        dialog = MergeDialog(_named(kept), partial(self._others, claim_id), self.bench.window)
        if self.bench.ask(dialog):
            self._merge(kept, [dialog.value()])

    def _others(self, claim_id: str, words: str) -> list[Offer]:
        """Claims that have these words: as many as are looked at before more words are typed."""
        listing = self.presenter.claims.listing
        ids = listing.search(words, _OFFERED) if listing else ()
        found = {claim.id: claim for claim in self.bench.state.where(Claim, id=ids)}
        return [Offer(id, _named(found[id])) for id in ids if id in found and id != claim_id]

    def merge_selected(self, claim_ids: Sequence[str]) -> None:
        """All of these become one: the current one if it is among them, else the first by number."""
        if not self.bench.editable() or not self.bench.flush():
            return
        found = [claim for id in claim_ids if (claim := self.bench.state.get(Claim, id))]
        found.sort(key=lambda claim: (claim.id != self.presenter.claim, claim.number))
        if len(found) > 1:
            self._merge(found[0], [claim.id for claim in found[1:]])

    @in_turn
    def _merge(self, kept: Claim, others: Sequence[str]) -> None:
        project = self.bench.project
        if project is None:
            return
        with self.bench.session.together(Group()), project.gathered():  # however many there are, they are shown once
            done = [self.bench.do(partial(edits.merge_claims, kept_id=kept.id, other_id=id)) for id in others]
        project.tell_gathered()
        if any(done):
            self._choose(kept.id)
            self.bench.done(tr("Merged into claim {number}.", number=kept.number))

    @in_turn
    def split(self, claim_id: str) -> None:
        """Asks what of a claim becomes one of its own, which is then the current one."""
        bench = self.bench
        if not bench.editable() or not bench.flush():
            return
        places = one_claim.places_offered(bench.state, claim_id, bench.catalogue)
        if len(places) < 2:
            bench.say(tr("This claim has only one appearance; duplicate it instead."))
            return
        evidence = one_claim.evidence_offered(bench.state, claim_id, bench.catalogue)
        dialog = SplitClaimDialog(_offers(places), _offers(evidence), bench.window)
        if bench.ask(dialog):
            moved, wording = dialog.value()
            with bench.told():
                fields = {"wording": wording} if wording else {}
                edit, made = edits.split_claim(bench.state, claim_id, moved, **fields)
                if bench.do(lambda _: edit):
                    self._made(made)

    @in_turn
    def duplicate(self, claim_id: str) -> None:
        """One more claim like this one, which is then the current one."""
        if not self.bench.editable() or not self.bench.flush():
            return
        with self.bench.told():
            edit, made = edits.duplicate_claim(self.bench.state, claim_id)
            if self.bench.do(lambda _: edit):
                self._made(made)

    def _made(self, claim: Claim) -> None:
        self._choose(claim.id)
        self.bench.done(tr("This is claim {number}.", number=claim.number))


def _named(claim: Claim) -> str:
    return tr("{number}. {wording}", number=claim.number, wording=by_itself(claim.wording))


def _offers(named: Sequence[tuple[str, str]]) -> list[Offer]:
    return [Offer(id, text) for id, text in named]
