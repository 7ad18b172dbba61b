"""As what a project goes out to other programs, which claims, and where it goes."""

from dataclasses import dataclass
from pathlib import Path

from PySide6.QtWidgets import QFileDialog, QLineEdit, QWidget

from factcheck.handing import SUFFIXES, As
from factcheck.ui.dialogs.export import chosen_claims, seal_box
from factcheck.ui.dialogs.form import FormDialog, choice, typed
from factcheck.ui.text import tr


def forms() -> dict[str, str]:
    """What the forms are called, the most usual first."""
    return {
        As.xlsx: tr("Workbook, for spreadsheets (XLSX)"),
        As.csv: tr("Claims as a table (CSV)"),
        As.json: tr("Whole project, for factcheck elsewhere (JSON)"),
        As.copy: tr("Copy for reading, without original files"),
        As.claimreview: tr("ClaimReview, for fact-check explorers"),
        As.annotations: tr("Web annotations (W3C)"),
        As.qdpx: tr("Codes, for qualitative research (REFI-QDA)"),
    }


@dataclass(frozen=True, slots=True)
class HandingTyped:
    """What was chosen."""

    form: As
    #: Which claims: a key of `chosen_claims`.
    claims: str
    #: Address at which the check is published; "" if it is not asked for.
    url: str
    path: Path
    #: Whether a seal of history goes along.
    seal: bool = False


class HandingDialog(FormDialog):
    """Chooses what is exported."""

    def __init__(
        self,
        project: Path,
        form: str,
        url: str,
        selected: int = 0,
        parent: QWidget | None = None,
        seal: bool = False,
        shown: int = 0,
    ) -> None:
        """Form and address that are offered; so many claims are `selected`, and `shown` by a filter that hides some."""
        super().__init__(tr("Export data"), tr("Export"), parent)
        self._project = project
        self.formats = choice(forms(), form)
        self.claims = choice(chosen_claims(selected, shown), "all")
        self.url = QLineEdit(url)
        self.url.setPlaceholderText("https://")
        self.path = QLineEdit()
        self.add(tr("Format"), self.formats)
        if self.claims.count() > 1:
            self.add(tr("Claims"), self.claims)
        self.add(tr("Address of the check"), self.url)
        self.add_path(self.path, self._browse)
        self.seal = seal_box(seal)
        self.form.addRow("", self.seal)
        self.formats.currentIndexChanged.connect(self._offer)
        self._offer()

    def _form(self) -> As:
        return As(self.formats.currentData())

    def _offer(self) -> None:
        """What goes with the form: a name with its ending, and whether the address is asked for."""
        form, folder = self._form(), Path(self.path.text()).parent if self.path.text() else self._project.parent
        stem = self._project.stem + (tr(" (copy)") if form is As.copy else "")
        self.path.setText(str(folder / f"{stem}{SUFFIXES[form]}"))
        self.form.setRowVisible(self.url, form is As.claimreview)
        if self.claims.count() > 1:
            self.form.setRowVisible(self.claims, form is not As.copy)
        self.look()
        self.adjustSize()

    def _browse(self) -> None:
        ending = SUFFIXES[self._form()]
        kind = tr("Files (*{ending})", ending=ending)
        path, _ = QFileDialog.getSaveFileName(self, tr("Export data"), self.path.text(), kind)
        if path:
            self.path.setText(path if Path(path).suffix else path + ending)

    def problem(self) -> str:
        path = Path(self.path.text().strip()).expanduser()
        if not path.is_absolute() or path.is_dir() or not path.parent.is_dir():
            return tr("Choose a file in a folder that exists.")
        if self._form() is As.claimreview and not typed(self.url).startswith(("https://", "http://")):
            return tr("A ClaimReview names the page on which the check is published.")
        return ""

    def value(self) -> HandingTyped:
        """What was chosen."""
        form = self._form()
        claims = "all" if form is As.copy else self.claims.currentData()
        path = Path(self.path.text().strip()).expanduser()
        return HandingTyped(form, claims, typed(self.url), path, self.seal.isChecked())
