"""Articles that are typed or pasted, and what is known about those that are there."""

from dataclasses import dataclass

from PySide6.QtWidgets import QLineEdit, QWidget

from factcheck.text import canonical
from factcheck.ui.dialogs.evidence import is_web
from factcheck.ui.dialogs.form import FormDialog, text_box, typed
from factcheck.ui.particulars import labels
from factcheck.ui.text import tr


@dataclass(frozen=True, slots=True)
class ArticleTyped:
    """What a person says about an article."""

    title: str = ""
    publisher: str = ""
    author: str = ""
    #: The date as it is printed.
    published: str = ""
    #: BCP 47.
    language: str = ""
    url: str = ""


class ArticleDialog(FormDialog):
    """What is known about an article."""

    def __init__(
        self, now: ArticleTyped | None = None, parent: QWidget | None = None, title: str = "", accept: str = ""
    ) -> None:
        super().__init__(title or tr("About the article"), accept or tr("Save"), parent)
        now = now or ArticleTyped()
        self.fields = {key: QLineEdit(getattr(now, key)) for key in labels()}
        for key, label in labels().items():
            self.add(label, self.fields[key])
        self.fields["language"].setPlaceholderText("en")
        self.look()

    def problem(self) -> str:
        if not typed(self.fields["title"]):
            return tr("Give the article a title.")
        url = typed(self.fields["url"])
        return "" if not url or is_web(url) else tr("The address begins with http:// or https:// and names a site.")

    def value(self) -> ArticleTyped:
        """What was typed."""
        return ArticleTyped(**{key: typed(field) for key, field in self.fields.items()})


class AddressDialog(FormDialog):
    """The address of a page to be fetched."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(tr("Add a web page"), tr("Fetch"), parent)
        self.url = QLineEdit()
        self.url.setPlaceholderText("https://")
        self.add(tr("Address"), self.url)
        self.look()

    def problem(self) -> str:
        return "" if is_web(typed(self.url)) else tr("The address begins with http:// or https:// and names a site.")

    def value(self) -> str:
        """The address."""
        return typed(self.url)


class PasteDialog(ArticleDialog):
    """An article whose text is pasted."""

    def __init__(self, text: str = "", parent: QWidget | None = None) -> None:
        self.text = text_box(text, 12, grows=True)
        super().__init__(None, parent, tr("Paste an article"), tr("Add article"))
        self.add(tr("Text"), self.text)
        self.resize(640, 640)
        self.look()
        (self.fields["title"] if text else self.text).setFocus()

    def problem(self) -> str:
        if is_web(typed(self.text)):
            return ""  # the page itself is fetched, and says the rest
        return super().problem() if typed(self.text) else tr("Paste the article’s text, or its address.")

    def pasted(self) -> str:
        """The text as it was pasted, spaces and empty lines too."""
        return canonical(self.text.document().toRawText())
