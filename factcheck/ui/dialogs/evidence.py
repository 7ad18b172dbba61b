"""A piece of evidence that is typed: a link, a note, a file; and stance and grade of any."""

from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urlsplit

from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QLineEdit, QPushButton, QWidget

from factcheck.i18n import Catalogue
from factcheck.model import Evidence, Grade, Link, Note, PassageTarget, Stance, StoredFile, Target
from factcheck.ui.dialogs.form import FormDialog, choice, text_box, typed
from factcheck.ui.text import tr
from factcheck.ui.views.claim_parts import label_for
from factcheck.ui.views.plain_text import PlainText
from factcheck.ui.views.when import today


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
    ) -> None:
        """`kind` is only looked at if there is no evidence yet. `claim` names the claim that it is on."""
        super().__init__(tr("Edit evidence") if evidence else tr("Add evidence"), tr("Keep"), parent)
        self._evidence = evidence
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
