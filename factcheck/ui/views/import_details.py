"""What was read of one row of the import queue: its particulars to be mended, its text, and what to do about doubts."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPlainTextEdit, QPushButton, QScrollArea, QVBoxLayout, QWidget

from factcheck import dates
from factcheck.i18n import Catalogue
from factcheck.importing import Draft, Table
from factcheck.model import PrintedDate
from factcheck.ui import measures
from factcheck.ui.models.queue_model import known_text, recognised, state_text
from factcheck.ui.particulars import labels
from factcheck.ui.queue import Row, State, Wanted
from factcheck.ui.text import tr
from factcheck.ui.views.claim_parts import FieldForm, label_for
from factcheck.ui.views.combo import Choice
from factcheck.ui.views.field import LineField, flush_all
from factcheck.ui.views.plain_text import PlainText, start_at_its_side
from factcheck.ui.views.table_preview import TablePreview
from factcheck.ui.views.when import unbroken

#: Letters of a text that are shown; a longer one is corrected once it is an article.
SHOWN = 100_000


class ImportDetails(QScrollArea):
    """Shows a row, and wishes that it be changed; always by the row's id."""

    #: Id of the row, name of the particular, what was typed.
    edited = Signal(str, str, str)
    correct_wished = Signal(str)
    #: Id of the row, and a `Wanted`.
    wanted = Signal(str, str)
    open_wished = Signal(str)
    column_wished = Signal(str, str)
    #: The first rows of a row's table are to be shown.
    table_wished = Signal(str)
    #: A picture or recording is to be evidence; or a claim is to be made of it.
    evidence_wished = Signal(str)
    claim_wished = Signal(str)

    def __init__(self, catalogue: Catalogue, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._say, self._id = catalogue, ""
        #: The table whose columns are shown.
        self._offered: tuple[str, tuple[str, ...]] = ("", ())
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setMinimumWidth(320)
        self.title, self.told, self.how = PlainText(), PlainText(), PlainText(role="muted")
        self.title.set_size(measures.TITLE, bold=True)
        self.known = _KnownPart()
        self.media = _MediaPart()
        self.preview = TablePreview()
        self.form = FieldForm({key: (label, LineField()) for key, label in labels().items()})
        self.understood = PlainText(role="muted")
        self.text = QPlainTextEdit()
        self.correct = QPushButton(tr("Correct the &text…"))
        self._lay_out()
        self._wire()
        self.show_row(None)

    def _lay_out(self) -> None:
        self.text.setReadOnly(True)
        self.text.setTabChangesFocus(True)
        self.text.setAccessibleName(tr("Text"))
        self.text.setMinimumHeight(9 * self.fontMetrics().lineSpacing())
        inner = QWidget()
        column = QVBoxLayout(inner)
        column.setContentsMargins(measures.EDGE, measures.APART, measures.EDGE, measures.APART)
        column.setSpacing(10)
        for part in (self.title, self.told, self.how, self.known, self.media, self.preview, self.form, self.understood):
            column.addWidget(part)
        self._text_head = QWidget()
        head = QHBoxLayout(self._text_head)
        head.setContentsMargins(0, 0, 0, 0)
        head.addWidget(label_for(tr("Text"), self.text))
        head.addStretch()
        head.addWidget(self.correct)
        column.addWidget(self._text_head)
        column.addWidget(self.text, 1)
        self._end = QWidget()
        column.addWidget(self._end, 1)
        self.setWidget(inner)

    def _wire(self) -> None:
        self.form.edited.connect(self.edited)
        self.correct.clicked.connect(lambda: self.correct_wished.emit(self._id))
        self.known.choice.activated.connect(lambda _: self.wanted.emit(self._id, self.known.choice.currentData()))
        self.known.show_it.clicked.connect(lambda: self.open_wished.emit(self._id))
        self.media.evidence.clicked.connect(lambda: self.evidence_wished.emit(self._id))
        self.media.claim.clicked.connect(lambda: self.claim_wished.emit(self._id))
        self.preview.column_wished.connect(lambda column: self.column_wished.emit(self._id, column))

    def row_id(self) -> str:
        """Id of the row that is shown, "" for none."""
        return self._id

    def flush(self) -> None:
        """Tells what was typed."""
        flush_all(self)

    def show_row(self, row: Row | None, claim: str = "") -> None:
        """Shows a row; `claim` names the claim that a picture can be evidence on."""
        self._id = row.id if row else ""
        draft = row.draft if row else None
        self.title.set_text(_heading(row))
        self._tell(self.told, "\n".join(_remarks(row)) if row else "")
        self._tell(self.how, recognised(draft))
        self.known.setVisible(bool(row and row.state is State.known))
        self.media.setVisible(bool(row and row.state is State.media))
        tabular = bool(row and draft and len(row.columns) > 1)
        self.preview.setVisible(tabular)
        if row and tabular and self._offered != (row.id, row.columns):
            self._offered = (row.id, row.columns)
            self.preview.offer(row.columns, row.column)
            self.table_wished.emit(row.id)
        if row and row.state is State.known:
            self.known.show_row(row)
        self.media.name_claim(claim)
        self._show_draft(row, draft)

    def _show_draft(self, row: Row | None, draft: Draft | None) -> None:
        editable = bool(row and row.state in (State.ready, State.known))
        for part in (self.form, self._text_head, self.text):
            part.setVisible(draft is not None)
        self._end.setVisible(draft is None)
        if row is None or draft is None:
            self.form.show_texts("", dict.fromkeys(self.form.fields, ""))
            self._tell(self.understood, "")
            return
        self.form.show_texts(row.id, _texts(draft))
        for field in self.form.fields.values():
            field.setReadOnly(not editable)
        self._tell(self.understood, self._understood(draft))
        text = row.text or draft.text
        self.correct.setEnabled(editable and len(text) <= SHOWN)
        if self.text.property("shown") != (row.id, hash(text)):
            self.text.setProperty("shown", (row.id, hash(text)))
            self.text.setPlainText(text[:SHOWN])
            start_at_its_side(self.text, text)

    def _tell(self, label: PlainText, text: str) -> None:
        label.set_text(text)
        label.setVisible(bool(text))

    def _understood(self, draft: Draft) -> str:
        said = [_date_text(draft.published, self._say)] if draft.published else []
        if draft.language_confidence is not None:
            said.append(tr("The language is guessed, {sure} % sure.", sure=round(100 * draft.language_confidence)))
        if len(draft.text) > SHOWN:
            said.append(tr("The text is long: only its beginning is shown, and it can be corrected once it is added."))
        return "\n".join(said)

    def show_table(self, row_id: str, table: Table) -> None:
        """The first rows of the table of a row, if that is still the one that is shown."""
        if row_id == self._id:
            self.preview.show_table(table)


class _KnownPart(QFrame):
    """What is there already: a choice of what is to become of it."""

    def __init__(self) -> None:
        super().__init__()
        self.choice = Choice(tr("What is to become of it"))
        self.show_it = QPushButton(tr("Show the &one that is there"))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        self.by = PlainText()
        column.addWidget(self.by)
        column.addWidget(self.choice)
        column.addWidget(self.show_it, 0, Qt.AlignmentFlag.AlignLeft)

    def show_row(self, row: Row) -> None:
        """By what it is known, and what was chosen."""
        self.by.set_text(known_text(row))
        self.choice.clear()
        for wanted, said in wanted_texts().items():
            if row.known or wanted is not Wanted.version:
                self.choice.addItem(said, str(wanted))
        self.choice.choose(str(row.wanted))
        self.show_it.setVisible(row.known is not None)


class _MediaPart(QFrame):
    """A picture or a recording: what it can be instead of an article."""

    def __init__(self) -> None:
        super().__init__()
        self.evidence, self.claim = QPushButton(), QPushButton(tr("Make a &claim of what it says or shows…"))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        column.addWidget(PlainText(tr("It holds no text to read, but it can be kept:")))
        for button in (self.evidence, self.claim):
            column.addWidget(button, 0, Qt.AlignmentFlag.AlignLeft)
        self.name_claim("")

    def name_claim(self, claim: str) -> None:
        """The claim that it can be evidence on, "" if none is chosen."""
        self.evidence.setText(tr("Add as &evidence on {claim}", claim=claim) if claim else tr("Add as &evidence"))
        self.evidence.setEnabled(bool(claim))
        self.evidence.setToolTip("" if claim else tr("Choose a claim in the window first."))


def wanted_texts() -> dict[Wanted, str]:
    """What can become of an article that is there already."""
    return {
        Wanted.open: tr("Leave it out: the one that is there stays"),
        Wanted.version: tr("Make this a new version of it"),
        Wanted.both: tr("Keep both as articles of their own"),
    }


def _heading(row: Row | None) -> str:
    if row is None:
        return tr("Choose a row to see what was read.")
    return row.name


def _remarks(row: Row) -> list[str]:
    said = [row.error] if row.error else []
    if not row.draft and not row.error:
        said.append(state_text(row))
    if row.text:
        said.append(tr("The text is corrected; what was read stays as the version before."))
    return [*said, *row.warnings]


def _texts(draft: Draft) -> dict[str, str]:
    printed = draft.published.printed if draft.published else ""
    return {key: printed if key == "published" else getattr(draft, key) for key in labels()}


def _date_text(date: PrintedDate, say: Catalogue) -> str:
    if not date.iso:
        return tr("The date is not understood; it is kept as it is printed.")
    return tr("The date is understood as {date}.", date=unbroken(dates.printed(date, say)))
