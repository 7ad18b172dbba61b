"""What is taken out of use, or kept back when something leaves the program; both stay in the file."""

from collections.abc import Iterable, Mapping, Sequence

from factcheck.edits.citing import following
from factcheck.edits.making import changed, edit
from factcheck.errors import FactCheckError, NotFoundError
from factcheck.i18n import sentence
from factcheck.model import Appearance, Article, Change, Claim, Edit, Evidence, MediaAppearance
from factcheck.records import Records

Withdrawable = Article | Claim | Evidence
Withholdable = Withdrawable | Appearance | MediaAppearance

#: What can be withdrawn, and what withheld, by the letter that their ids begin with.
_WITHDRAWABLE: Mapping[str, type[Withdrawable]] = {"a": Article, "c": Claim, "e": Evidence}
_WITHHOLDABLE: Mapping[str, type[Withholdable]] = {**_WITHDRAWABLE, "m": Appearance, "x": MediaAppearance}


def withdraw(state: Records, ids: Iterable[str], withdrawn: bool = True) -> Edit:
    """Takes articles, claims or evidence out of all lists, reports and matching, or brings them back."""
    there = [_found(state, _WITHDRAWABLE, id, "withdrawable") for id in dict.fromkeys(ids)]
    label = "edit.withdraw" if withdrawn else "edit.bring_back"
    for record in there:
        if not withdrawn and isinstance(record, Claim) and record.merged_into:
            raise FactCheckError(sentence("error.claim.merged", number=record.number))
    changes = [changed(record, withdrawn=withdrawn) for record in there]
    return edit(label, [*changes, *_citing(state, there, withdrawn)], what=_kind(there))


def _citing(state: Records, there: Sequence[Withholdable], withdrawn: bool) -> list[Change]:
    """What cites the other evidence of the claims whose evidence comes or goes."""
    moving = {record.id for record in there if isinstance(record, Evidence)}
    changes: list[Change] = []
    for claim_id in dict.fromkeys(record.claim_id for record in there if isinstance(record, Evidence)):
        every = state.where(Evidence, claim_id=claim_id)
        after = [e for e in every if (not withdrawn if e.id in moving else not e.withdrawn)]
        changes += following(state, claim_id, after)
    return changes


def withhold(state: Records, ids: Iterable[str], withheld: bool = True) -> Edit:
    """Keeps articles, claims, appearances or evidence out of reports and exports, or lets them go out again."""
    there = [_withholdable(state, id) for id in dict.fromkeys(ids)]
    label = "edit.withhold" if withheld else "edit.release"
    return edit(label, [changed(record, withheld=withheld) for record in there], what=_kind(there))


def is_withheld(state: Records, id: str) -> bool:
    """Whether a record is kept out of reports and exports itself."""
    return _withholdable(state, id).withheld


def _withholdable(state: Records, id: str) -> Withholdable:
    return _found(state, _WITHHOLDABLE, id, "withholdable")


def _found(state: Records, kinds: Mapping[str, type[Withholdable]], id: str, what: str) -> Withholdable:
    kind = kinds.get(id[:1])
    found = state.get(kind, id) if kind else None
    if found is None:
        raise NotFoundError(sentence("error.record.missing", what=sentence(f"noun.{what}", n=1), id=id))
    return found


def _kind(there: Iterable[Withholdable]) -> str:
    kinds = {"appearance" if isinstance(record, MediaAppearance) else type(record).__name__.lower() for record in there}
    return kinds.pop() if len(kinds) == 1 else "records"
