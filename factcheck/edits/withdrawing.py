"""What is taken out of use and stays in the file."""

from collections.abc import Iterable

from factcheck.edits.making import changed, edit
from factcheck.errors import NotFoundError
from factcheck.model import Article, Claim, Edit, Evidence
from factcheck.records import Records


def _withdrawable(state: Records, id: str) -> Article | Claim | Evidence:
    kinds: dict[str, type[Article] | type[Claim] | type[Evidence]] = {"a": Article, "c": Claim, "e": Evidence}
    kind = kinds.get(id[:1])
    found = state.get(kind, id) if kind else None
    if found is None:
        raise NotFoundError(f"There is no article, claim or evidence “{id}” in this project.")
    return found


def withdraw(state: Records, ids: Iterable[str], withdrawn: bool = True) -> Edit:
    """Takes articles, claims or evidence out of all lists, reports and matching, or brings them back."""
    there = [_withdrawable(state, id) for id in dict.fromkeys(ids)]
    label = "edit.withdraw" if withdrawn else "edit.bring_back"
    kinds = {type(record).__name__.lower() for record in there}
    what = kinds.pop() if len(kinds) == 1 else "records"
    return edit(label, [changed(record, withdrawn=withdrawn) for record in there], what=what)
