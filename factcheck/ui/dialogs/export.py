"""What the report is called, what goes into it and where it goes."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QCheckBox, QFileDialog, QHBoxLayout, QLineEdit, QPushButton, QWidget

from factcheck.i18n import Catalogue, languages, own_language
from factcheck.settings import Settings
from factcheck.ui.dialogs.form import FormDialog, choice, told_label, typed
from factcheck.ui.dialogs.organisation import OrganisationDialog, OrganisationTyped
from factcheck.ui.text import tr
from factcheck.ui.views.claim_parts import label_for
from factcheck.ui.views.wrapping import WrappingCheckBox

if TYPE_CHECKING:
    from factcheck.reporting import Gap

#: The forms of a report by the ending of the file's name, the most usual first.
_KINDS = {".pdf": "PDF", ".html": "HTML", ".docx": "Word", ".md": "Markdown"}


def _kinds() -> str:
    """What a file dialog offers."""
    return ";;".join(f"{name} (*{ending})" for ending, name in _KINDS.items())


def templates() -> dict[str, str]:
    """What the templates are called."""
    return {
        "full": tr("Full report"),
        "claim": tr("A page for each claim"),
        "corrections": tr("Corrections notice"),
        "desk": tr("Desk sheet, to sign off"),
    }


def orders() -> dict[str, str]:
    """What claims can be sorted by."""
    return {
        "given": tr("By number"),
        "verdict": tr("By verdict"),
        "topic": tr("By topic"),
        "appearance": tr("By first appearance"),
    }


def findings() -> dict[str, str]:
    """Which findings go out."""
    return {
        "ruled": tr("Those ruled on"),
        "open": tr("Open ones too"),
        "none": tr("None"),
    }


@dataclass(frozen=True, slots=True)
class ExportTyped:
    """What was chosen."""

    title: str
    path: Path
    #: Which claims: a key of `chosen_claims`.
    claims: str
    #: The settings that reports are made with, with what was chosen here.
    settings: Settings
    #: It goes out, and the project remembers it.
    issue: bool = False


class ExportDialog(FormDialog):
    """Chooses what is exported; what was chosen last is offered again."""

    def __init__(
        self,
        title: str,
        path: Path,
        known: Settings | None = None,
        selected: int = 0,
        parent: QWidget | None = None,
        shown: int = 0,
    ) -> None:
        """Title and target that are offered; so many claims are `selected`, and `shown` by a filter that hides some."""
        super().__init__(tr("Export the report"), tr("Export"), parent)
        self._known = known or Settings()
        self.title = QLineEdit(title)
        self.path = QLineEdit(str(path))
        self.template = choice(templates(), self._known.report_template)
        self.claims = choice(chosen_claims(selected, shown), "all")
        self.order = choice(orders(), self._known.report_order)
        self.findings = choice(findings(), self._known.report_findings)
        self.language = choice(languages(), own_language(self._known.report_language))
        self.anonymous = WrappingCheckBox(tr("Call claimants by letters"))
        self.anonymous.setChecked(self._known.report_anonymous)
        self.issue = WrappingCheckBox(tr("It goes out: number it, and call later changes of its verdicts corrections"))
        self.seal = seal_box(self._known.seal_exports)
        self.organisation = QPushButton()
        self.organisation.clicked.connect(self._ask_organisation)
        self._fill()
        self.look()

    def _fill(self) -> None:
        self.add(tr("Title"), self.title)
        self.add_path(self.path, self._browse)
        self.add(tr("Kind"), self.template)
        if self.claims.count() > 1:
            self.add(tr("Claims"), self.claims)
        self.add(tr("Order"), self.order)
        self.add(tr("Contradictions"), self.findings)
        self.add(tr("Language"), self.language)
        self.form.addRow("", self.anonymous)
        self.form.addRow("", self.issue)
        self.form.addRow("", self.seal)
        beside = QHBoxLayout()
        beside.addWidget(self.organisation)
        beside.addStretch(1)
        self.form.addRow(label_for(tr("Organisation"), self.organisation), beside)
        self._name_organisation()

    def _ask_organisation(self) -> None:
        known = self._known
        asked = OrganisationTyped(
            known.organisation, known.organisation_colour, known.organisation_logo, known.organisation_method
        )
        dialog = OrganisationDialog(asked, self)
        if dialog.exec():
            given = dialog.value()
            self._known = replace(
                known,
                organisation=given.name,
                organisation_colour=given.colour,
                organisation_logo=given.logo,
                organisation_method=given.method,
            )
            self._name_organisation()

    def _name_organisation(self) -> None:
        self.organisation.setText(self._known.organisation or tr("Choose…"))

    def _browse(self) -> None:
        path, _ = QFileDialog.getSaveFileName(self, tr("Export the report"), self.path.text(), _kinds())
        if path:
            self.path.setText(path)

    def problem(self) -> str:
        if not typed(self.title):
            return tr("Give the report a title.")
        path = self._path()
        if not path.is_absolute() or path.is_dir() or not path.parent.is_dir():
            return tr("Choose a file in a folder that exists.")
        if path.suffix.lower() not in _KINDS:
            return tr("End the file’s name in {endings}.", endings=", ".join(_KINDS))
        return ""

    def _path(self) -> Path:
        path = Path(self.path.text().strip()).expanduser()
        return path if path.suffix or not path.name else path.with_suffix(".pdf")

    def value(self) -> ExportTyped:
        """What was chosen."""
        chosen = replace(
            self._known,
            report_template=self.template.currentData(),
            report_order=self.order.currentData(),
            report_findings=self.findings.currentData(),
            report_language=self.language.currentData(),
            report_anonymous=self.anonymous.isChecked(),
            seal_exports=self.seal.isChecked(),
        )
        claims = self.claims.currentData()
        return ExportTyped(typed(self.title), self._path(), claims, chosen, self.issue.isChecked())


def chosen_claims(selected: int, shown: int = 0) -> dict[str, str]:
    """Which claims can go out; two or more that are selected are meant, one only shows what is looked at.

    `shown`: how many a filter shows that hides others; 0 if none hides any.
    """
    found = {"all": tr("All, also those that the filter hides") if shown else tr("All")}
    if shown:
        found["shown"] = tr("The %n claim(s) that the filter shows", shown)
    if selected > 1:
        found["selected"] = tr("The %n selected claim(s)", selected)
    return found


def seal_box(checked: bool) -> QCheckBox:
    """Whether a seal of history goes along."""
    box = WrappingCheckBox(tr("Write a seal beside it"))
    box.setToolTip(tr("A text file that can prove later that history was not rewritten"))
    box.setChecked(checked)
    return box


class GapsDialog(FormDialog):
    """Names the characters that no font here has, before a report is written with their code points."""

    def __init__(self, gaps: Sequence["Gap"], parent: QWidget | None = None) -> None:
        super().__init__(tr("Characters without a font"), tr("Export all the same"), parent)
        for gap in gaps:
            self.form.addRow(told_label(gap.told(Catalogue())))
        self.look()
