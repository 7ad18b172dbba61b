"""What is going on when the fault comes. Each works on `floods.factcheck` in a folder, and needs nothing else.

Before a step is written its changes are told, and after it was committed its place and hash; `Told` of the parent makes
the model of it. Everything else is the program as it is.
"""

from collections.abc import Callable
from pathlib import Path
from random import Random
from threading import Thread
from typing import Any

from factcheck import codec, edits, intake, publishing, receiving, reporting, workflow
from factcheck.backups import restore
from factcheck.importing import Draft, Input, read_input
from factcheck.model import Claim, Entry, Status, Verb
from factcheck.session import BULK, Session
from factcheck.store.project import Contents, ProjectFile
from factcheck.text import Span
from tests.store.making import SCALE, SENTENCE, WHO, add_article, add_claim, new_session

NAME = "floods.factcheck"
_RATINGS = [rating.key for rating in SCALE.ratings]
Tell = Callable[[dict[str, Any]], None]


def story(n: int) -> str:
    """An article: two of them differ in the number."""
    return (
        f"The flood at Orsvale took {n + 24} houses away on 4 March 2024, the council said. "
        f"Mayor Ada Holm said that {n + 3} people died in the flood. The bridge at Lund was closed for {n + 2} days. "
        + "".join(f"Sentence {k} of report {n} tells of the river and what it did. " for k in range(30))
    )


def make_base(folder: Path, articles: int = 3, claims: int = BULK + 5) -> None:
    """The project that scenarios begin with, a backup of it, and a report."""
    with new_session(folder / NAME) as session:
        made = [add_article(session, f"Paper {n}", f"Paper {n}", story(n)) for n in range(articles)]
        text = story(0)
        for n in range(claims):
            at = text.index(f"Sentence {n % 30} ") + n // 30
            session.do(edits.add_claim(session.records, made[0].id, Span(at, at + 20))[0])
        session.backup("by hand")
        session.do(edits.edit_project(session.records, method="After the backup."))
    (folder / "report.pdf").write_bytes(b"%PDF an older report %%EOF")


def telling(tell: Tell) -> None:
    """From now on each step is told before it is written and after it is committed."""
    real = ProjectFile.apply

    def apply(self: ProjectFile, entry: Entry, contents: Contents | None = None) -> Entry:
        tell({"will": codec.changes_to_json(entry.edit)})
        written = real(self, entry, contents)
        tell({"did": written.sequence, "hash": written.hash})
        return written

    ProjectFile.apply = apply  # type: ignore[method-assign]


# --- what goes on -----------------------------------------------------------------------------------------------------


def edit(folder: Path, chance: Random) -> None:
    """A person marks, types, rates, takes back and brings back."""
    with Session.open(folder / NAME, WHO) as session:
        claims = [claim.id for claim in session.records.each(Claim)]
        for n in range(25):
            claim = chance.choice(claims)
            match chance.randrange(6):
                case 0:
                    session.do(edits.set_verdict(session.records, claim, chance.choice(_RATINGS), WHO))
                case 1:
                    session.undo()
                case 2:
                    session.redo()
                case 3:
                    session.do(edits.set_status(session.records, [claim], chance.choice(list(Status))))
                case _:
                    session.do(
                        edits.edit_claim(session.records, claim, "topic", "river " * chance.randrange(200) + str(n))
                    )


def import_(folder: Path, chance: Random) -> None:
    """Files are read and added, as one step to whoever undoes it: here, and by another thread as the window does it."""
    with Session.open(folder / NAME, WHO) as session:
        under_way = receiving.Import(session, intake.Shelf(session.reader), 6)
        drafts = [_draft(n, chance) for n in range(6)]
        for draft in drafts[:2]:
            under_way.add(draft)

        def others(lent: Session) -> None:
            under_way.go_on(lent)
            for draft in drafts[2:]:
                under_way.add(draft)

        writing = session.lend(others)
        worker = Thread(target=writing.write)
        worker.start()
        worker.join()
        writing.end()


def _draft(n: int, chance: Random) -> Draft:
    (draft,) = read_input(Input((story(chance.randrange(1000) + 10) * 12).encode(), f"new {n}.txt")).drafts
    return draft


def bulk(folder: Path, chance: Random) -> None:
    """Many claims at once, back, and again, each with its backup."""
    with Session.open(folder / NAME, WHO) as session:
        claims = [claim.id for claim in session.records.each(Claim)]
        session.do(edits.set_status(session.records, claims, chance.choice([Status.decided, Status.in_progress])))
        session.undo()
        session.redo()


def migration(folder: Path, _chance: Random) -> None:
    """The project is of an older form; opening it brings it up to date."""
    with Session.open(folder / NAME, WHO) as session:
        session.do(edits.edit_project(session.records, method="Opened again."))


def backup(folder: Path, chance: Random) -> None:
    """Edits with backups between them."""
    with Session.open(folder / NAME, WHO) as session:
        for n in range(3):
            session.do(edits.edit_project(session.records, method=f"{n} {chance.random()}"))
            session.backup()


def put_back(folder: Path, _chance: Random) -> None:
    """The backup takes the project's place."""
    (copy,) = (folder / "floods backups").iterdir()
    restore(folder / NAME, copy)


def matching(folder: Path, _chance: Random) -> None:
    """Findings are made and kept, and one is ruled on."""
    with Session.open(folder / NAME, WHO) as session:
        found = workflow.findings(session)
        for finding in found[:3]:
            workflow.rule(session, finding, Verb.confirmed, "seen")
        session.do(edits.edit_project(session.records, method="matched"))


def export(folder: Path, _chance: Random) -> None:
    """A report replaces the one before."""
    with Session.open(folder / NAME, WHO, read_only=True) as session:
        options = reporting.ReportOptions(title="The flood")
        made = publishing.report(session.reader, [], options, now=edits.now())
    reporting.write_report(made, folder / "report.pdf")


def create(folder: Path, _chance: Random) -> None:
    """A new project beside the other."""
    with new_session(folder / "another.factcheck") as session:
        add_claim(session, add_article(session, text=SENTENCE * 4), 1)


ALL: dict[str, Callable[[Path, Random], None]] = {
    "edit": edit,
    "import": import_,
    "bulk": bulk,
    "migration": migration,
    "backup": backup,
    "restore": put_back,
    "matching": matching,
    "export": export,
    "create": create,
}
