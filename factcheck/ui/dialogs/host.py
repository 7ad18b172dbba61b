"""An address whose host may be taken for another is opened only once the host was seen."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QWidget

from factcheck.ui import hosts
from factcheck.ui.dialogs.form import FormDialog
from factcheck.ui.text import tr


class HostDialog(FormDialog):
    """Shows on which host a page really is."""

    def __init__(self, url: str, parent: QWidget | None = None) -> None:
        super().__init__(tr("Open this page?"), tr("Open"), parent, warns=True)
        said = tr("The address may look like another. The page is on this host:")
        for text in (said, hosts.shown(url)):
            label = QLabel(text)
            label.setTextFormat(Qt.TextFormat.PlainText)
            label.setWordWrap(True)
            label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
            self.form.addRow(label)
        self.look()
