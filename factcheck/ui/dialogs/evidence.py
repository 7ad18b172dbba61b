"""A piece of evidence that is typed: a link, a note, a file; and stance and grade of any."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import cast
from urllib.parse import urlsplit

from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QLineEdit, QPushButton, QWidget

from factcheck.errors import FactCheckError
from factcheck.i18n import Catalogue
from factcheck.model import Evidence, Grade, Link, Note, PassageTarget, Stance, StoredFile, Target
from factcheck.ui.dialogs.form import FormDialog, choice, text_box, typed
from factcheck.ui.jobs import Job
from factcheck.ui.text import tr
from factcheck.ui.views.claim_parts import label_for
from factcheck.ui.views.plain_text import PlainText
from factcheck.ui.views.when import today

#: Asks for a copy of a page in the background: its address, then what gets the answer, and what gets the failure.
AskArchive = Callable[[str, Callable[[str], None], Callable[[object], None]], Job]


@dataclass(frozen=True, slots=True)
class EvidenceTyped:
    """What was typed. A file that is new is given by its path: the project takes its bytes and makes the target."""

    target: Target | Path
    stance: Stance
    grade: Grade
    comment: str


class EvidenceDialog(FormDialog):
    """Types evidence of a kind ("link", "note", "file"), or edits what is there."""

    def __init__(
        self,
        catalogue: Catalogue,
        kind: str,
        evidence: Evidence | None = None,
        parent: QWidget | None = None,
        claim: str = "",
        archive: AskArchive | None = None,
    ) -> None:
        """`kind` is only looked at if there is no evidence yet. `claim` names the claim that it is on; `archive` asks
        for a copy of a page.
        """
        accept = tr("Save") if evidence else tr("Add")
        super().__init__(tr("Edit evidence") if evidence else tr("Add evidence"), accept, parent)
        self._evidence = evidence
        self._archive = archive
        self._asking: Job | None = None
        new: dict[str, Target] = {"link": Link(""), "note": Note("")}
        target = evidence.target if evidence else new.get(kind)
        self._target = target
        self.fields: dict[str, QLineEdit] = {}
        self.note = text_box(target.text if isinstance(target, Note) else "", 6)
        self.path = QLineEdit()
        self.quote = text_box(target.quote if isinstance(target, Link) else "", 3)
        stances = {str(s): catalogue(f"stance.{s}") for s in Stance}
        grades = {str(g): catalogue(f"grade.{g}") for g in Grade}
        self.stance = choice(stances, str(evidence.stance if evidence else Stance.supports))
        self.grade = choice(grades, str(evidence.grade if evidence else Grade.secondary))
        self.comment = text_box(evidence.comment if evidence else "", 2)
        if claim:
            self.form.addRow(PlainText(claim, "muted"))
        self._add_target()
        self.add(tr("Stance"), self.stance)
        self.add(tr("Grade"), self.grade)
        self.add(tr("Comment"), self.comment)
        self.look()

    def _add_target(self) -> None:
        match self._target:
            case Link() as link:
                for key, label in _link_labels().items():
                    self.fields[key] = QLineEdit(getattr(link, key))
                    self.add(label, self.fields[key])
                    if key == "archived_url" and self._archive:
                        self._add_asking()
                self.fields["url"].setPlaceholderText("https://")
                self.fields["archived_url"].setPlaceholderText("https://")
                self.fields["date"].setPlaceholderText(tr("As it is printed there"))
                if not self._evidence:
                    self.fields["accessed"].setText(today())
                self.add(tr("Quote"), self.quote)
            case Note():
                self.add(tr("Note"), self.note)
            case None:
                self._add_path()

    # --- a copy in a web archive ---

    def _add_asking(self) -> None:
        self.asks = QPushButton(tr("&Look for an archived copy"))
        self.asks.setToolTip(tr("Asks the Wayback Machine, which learns the address"))
        self.asks.setAutoDefault(False)
        self.asks.clicked.connect(self._ask)
        self.answer = PlainText("", "muted")
        row = QHBoxLayout()
        row.addWidget(self.asks)
        row.addWidget(self.answer, 1)
        self.form.addRow("", row)
        self.finished.connect(self._stop_asking)

    def _ask(self) -> None:
        url = typed(self.fields["url"])
        if self._stop_asking() or self._archive is None:
            self._answered("")
        elif not is_web(url):
            self._answered(tr("Give the address of the page first."))
        else:
            self.asks.setText(tr("S&top looking"))
            self.answer.set_text(tr("Asking the archive…"))
            self._asking = self._archive(url, self._found, self._refused)

    def _stop_asking(self) -> bool:
        """Whether there was anything to stop."""
        job, self._asking = self._asking, None
        if job:
            job.cancel()
        return job is not None

    def _found(self, copy: str) -> None:
        if copy:
            self.fields["archived_url"].setText(copy)
        self._answered(tr("Found.") if copy else tr("No archived copy is known."))

    def _refused(self, error: object) -> None:
        self._answered(str(error))
        if not isinstance(error, FactCheckError):
            raise cast("BaseException", error)

    def _answered(self, words: str) -> None:
        self._asking = None
        self.asks.setText(tr("&Look for an archived copy"))
        self.answer.set_text(words)

    def _add_path(self) -> None:
        browse = QPushButton(tr("Choose…"))
        browse.clicked.connect(self._browse)
        row = QHBoxLayout()
        row.addWidget(self.path, 1)
        row.addWidget(browse)
        self.path.setAccessibleName(tr("File"))
        self.path.textChanged.connect(self.look)
        self.form.addRow(label_for(tr("File"), self.path), row)

    def _browse(self) -> None:
        path, _ = QFileDialog.getOpenFileName(self, tr("Choose a file as evidence"), self.path.text())
        if path:
            self.path.setText(path)

    def problem(self) -> str:
        match self._target:
            case Link():
                return self._link_problem()
            case Note():
                return "" if typed(self.note) else tr("Write the note.")
            case None:
                return "" if Path(self.path.text()).is_file() else tr("Choose a file that exists.")
            case _:
                return ""

    def _link_problem(self) -> str:
        url, archived = typed(self.fields["url"]), typed(self.fields["archived_url"])
        if not is_web(url):
            return tr("The address begins with http:// or https:// and names a site.")
        if archived and not is_web(archived):
            return tr("The address of the archived copy begins with http:// or https:// and names a site.")
        return ""

    def value(self) -> EvidenceTyped:
        """What was typed."""
        stance, grade = Stance(self.stance.currentData()), Grade(self.grade.currentData())
        return EvidenceTyped(self._typed_target(), stance, grade, typed(self.comment))

    def _typed_target(self) -> Target | Path:
        match self._target:
            case Link():
                texts = {key: typed(field) for key, field in self.fields.items()}
                return Link(**texts, quote=typed(self.quote))
            case Note():
                return Note(typed(self.note))
            case PassageTarget() | StoredFile() as kept:
                return kept
            case _:
                return Path(self.path.text())


def is_web(address: str) -> bool:
    """Whether this is the address of a web page."""
    try:
        parts = urlsplit(address)
        return parts.scheme in {"http", "https"} and bool(parts.hostname) and not any(c.isspace() for c in address)
    except ValueError:  # such as an unfinished IPv6 host
        return False


def _link_labels() -> dict[str, str]:
    return {
        "url": tr("Address"),
        "title": tr("Title"),
        "publisher": tr("Publisher"),
        "author": tr("Author"),
        "date": tr("Date"),
        "archived_url": tr("Archived copy"),
        "accessed": tr("Accessed"),
    }
