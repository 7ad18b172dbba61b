"""An address whose host may be taken for another is opened only once the host was seen."""

from PySide6.QtWidgets import QWidget

from factcheck.ui import hosts
from factcheck.ui.dialogs.form import FormDialog, told_label
from factcheck.ui.text import tr


class HostDialog(FormDialog):
    """Shows on which host a page really is."""

    def __init__(self, url: str, parent: QWidget | None = None) -> None:
        super().__init__(tr("Open this page?"), tr("Open"), parent, warns=True)
        said = tr("The address may look like another. The page is on this host:")
        for text in (said, hosts.shown(url)):
            self.form.addRow(told_label(text))
        self.look()
