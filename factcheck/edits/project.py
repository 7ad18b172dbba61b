"""The project as a whole."""

from collections.abc import Iterable, Sequence

from factcheck import records
from factcheck.edits.making import changed, edit, get, now, short, typing_key
from factcheck.model import Change, Edit, Project, Record, Scale
from factcheck.records import Records


def create_project(title: str, scales: Sequence[Scale], scale_id: str) -> Edit:
    """The first edit of every project; it is never undone."""
    made = Project("project", title, now(), scale_id)
    created: list[Record] = [*scales, made]
    return edit("edit.create_project", [Change(None, record) for record in created], title=short(title))


def import_project(title: str, records: Iterable[Record]) -> Edit:
    """The first edit of a project that another one was exported to; never undone either."""
    return edit("edit.import_project", (Change(None, record) for record in records), title=short(title))


def edit_project(state: Records, **fields: str) -> Edit:
    """Title, scale, method, interests."""
    if "scale_id" in fields:
        get(state, Scale, fields["scale_id"])
    return edit("edit.edit_project", [changed(records.project(state), **fields)], typing_key("project", fields))
