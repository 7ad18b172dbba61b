"""What a person chooses once for all projects, and what belongs to the project that is open."""

from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtGui import QFontDatabase
from PySide6.QtWidgets import QLineEdit, QWidget

from factcheck import scales
from factcheck.model import Project, Scale
from factcheck.settings import Settings
from factcheck.ui import fonts
from factcheck.ui.dialogs.form import FormDialog, choice, text_box, typed
from factcheck.ui.text import tr
from factcheck.ui.views.wrapping import WrappingCheckBox


class SettingsDialog(FormDialog):
    """Name, scale, appearance, text and language."""

    def __init__(
        self,
        known: Settings,
        offered: Sequence[Scale],
        languages: dict[str, str],
        parent: QWidget | None = None,
    ) -> None:
        """`offered` are the scales that ship; `languages` are those of the interface, names by code."""
        super().__init__(tr("Settings"), tr("Save"), parent)
        self._known = known
        self.name = QLineEdit(known.name)
        self.scale = choice(scales.offered(offered), known.scale or scales.default())
        self.appearance = choice(appearances(), known.appearance)
        self.face = choice({"": tr("As the program chooses"), **{name: name for name in _faces()}}, known.reading_face)
        self.text_size = choice(
            {str(size): tr("{size} points", size=size) for size in fonts.SIZES}, f"{known.reading_size:g}"
        )
        self.language = choice({"": tr("As the system"), **languages}, known.language)
        self.at_once = WrappingCheckBox(tr("Add a single article without asking if nothing about it is doubtful"))
        self.at_once.setChecked(known.import_at_once)
        self.add(tr("Your name, in history and reports"), self.name)
        self.add(tr("Verdict scale of new projects"), self.scale)
        self.add(tr("Appearance"), self.appearance)
        self.add(tr("Face of articles"), self.face)
        self.add(tr("Size of articles"), self.text_size)
        self.add(tr("Language, from the next start"), self.language)
        self.form.addRow(self.at_once)
        self.look()

    def problem(self) -> str:
        return "" if typed(self.name) else tr("Verdicts need the name of who gives them.")

    def value(self) -> Settings:
        """The settings as chosen."""
        return replace(
            self._known,
            name=typed(self.name),
            scale=self.scale.currentData(),
            appearance=self.appearance.currentData(),
            reading_face=self.face.currentData(),
            reading_size=float(self.text_size.currentData()),
            language=self.language.currentData(),
            import_at_once=self.at_once.isChecked(),
        )


def appearances() -> dict[str, str]:
    """The themes that can be chosen, by name."""
    return {
        "system": tr("As the system"),
        "light": tr("Light"),
        "dark": tr("Dark"),
        "contrast": tr("High contrast"),
    }


def _faces() -> list[str]:
    """Faces of this machine that prose can be read in."""
    known = QFontDatabase.families(QFontDatabase.WritingSystem.Latin)
    return [name for name in known if not QFontDatabase.isFixedPitch(name) and not name.startswith(".")]


class ProjectDialog(FormDialog):
    """What a report says of the project: title, scale, method, interests."""

    def __init__(self, project: Project, offered: Sequence[Scale], parent: QWidget | None = None) -> None:
        super().__init__(tr("Project"), tr("Save"), parent)
        self.title = QLineEdit(project.title)
        self.scale = choice(scales.offered(offered), project.scale_id)
        self.method = text_box(project.method, 5)
        self.interests = text_box(project.interests, 3)
        self.add(tr("Title"), self.title)
        self.add(tr("Scale of new verdicts"), self.scale)
        self.add(tr("Method, as it stands in the report"), self.method)
        self.add(tr("Conflicts of interest"), self.interests)
        self.look()

    def problem(self) -> str:
        return "" if typed(self.title) else tr("A project needs a title.")

    def value(self) -> dict[str, str]:
        """Fields of the project."""
        return {
            "title": typed(self.title),
            "scale_id": self.scale.currentData(),
            "method": typed(self.method),
            "interests": typed(self.interests),
        }
