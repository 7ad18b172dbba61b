"""Who is asked for a second opinion: a model on this machine, a judge at an address, or both."""

from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtGui import QIntValidator
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QLabel, QLineEdit, QPushButton, QWidget

from factcheck.advising import JUDGE_MOST, Advisers
from factcheck.ui.dialogs.evidence import is_web
from factcheck.ui.dialogs.form import FormDialog, typed
from factcheck.ui.text import tr
from factcheck.ui.views.claim_parts import label_for
from factcheck.ui.views.placeholder import leave_room


@dataclass(frozen=True, slots=True)
class OpinionTyped:
    """What was typed. `key` None: it stays as it is."""

    advisers: Advisers
    key: str | None


class OpinionDialog(FormDialog):
    """Asks who is to be asked; nobody, if all is left empty."""

    def __init__(self, advisers: Advisers, keyring: bool, parent: QWidget | None = None) -> None:
        """`keyring`: whether a key can be kept."""
        super().__init__(tr("Second opinion"), tr("Use"), parent)
        self.model = QLineEdit(advisers.model)
        self.model.setPlaceholderText(tr("Its folder, or its name"))
        self.url = QLineEdit(advisers.judge_url)
        self.url.setPlaceholderText(tr("such as http://localhost:11434/v1"))
        self.name = QLineEdit(advisers.judge_model)
        self.most = QLineEdit(str(advisers.judge_questions))
        self.most.setValidator(QIntValidator(1, JUDGE_MOST, self))
        self.key = QLineEdit()
        self.key.setEchoMode(QLineEdit.EchoMode.Password)
        self.key.setPlaceholderText(
            tr("Stays as it is in the system’s keyring") if keyring else tr("Is forgotten when the program ends")
        )
        self._fill()
        self.look()

    def _fill(self) -> None:
        self.form.addRow(
            _words(
                tr(
                    "A model or a judge of yours can look at the findings too, and what it says moves their scores. "
                    "Leave all empty to do without."
                )
            )
        )
        self._add_model()
        self.add(tr("Judge: address"), self.url)
        self.add(tr("Judge: model"), self.name)
        self.add(tr("Judge: key"), self.key)
        self.add(tr("Judge: findings asked about"), self.most)
        self.form.addRow(
            _words(
                tr(
                    "A model reads on this computer. A judge is a language model with an OpenAI-like interface: it is "
                    "sent two statements, and their dates, of each finding that it is asked about."
                )
            )
        )

    def _add_model(self) -> None:
        self.model.setAccessibleName(tr("Model"))
        self.model.textChanged.connect(self.look)
        browse = QPushButton(tr("Choose…"))
        browse.clicked.connect(self._browse)
        leave_room(self.model)
        row = QHBoxLayout()
        row.addWidget(self.model, 1)
        row.addWidget(browse)
        self.form.addRow(label_for(tr("Model"), self.model), row)

    def _browse(self) -> None:
        if path := QFileDialog.getExistingDirectory(self, tr("Folder of a model"), typed(self.model)):
            self.model.setText(path)

    def problem(self) -> str:
        if bool(typed(self.url)) != bool(typed(self.name)):
            return tr("A judge needs an address and the name of a model.")
        if typed(self.url) and not is_web(typed(self.url)):
            return tr("The address of a judge begins with http:// or https://.")
        if not self.most.hasAcceptableInput():
            return tr("A judge is asked about 1 to {most} findings.", most=JUDGE_MOST)
        return ""

    def value(self) -> OpinionTyped:
        """Who was chosen."""
        advisers = Advisers(typed(self.model), typed(self.url), typed(self.name), int(self.most.text()))
        return OpinionTyped(advisers, self.key.text().strip() or None)


def _words(text: str) -> QLabel:
    label = QLabel(text)
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setWordWrap(True)
    return label
