"""What is asked of an article, in the order in which it is asked, wherever it is."""

from factcheck.ui.text import tr


def labels() -> dict[str, str]:
    """The label of each field of an article that a person may mend."""
    return {
        "title": tr("Title"),
        "publisher": tr("Publisher"),
        "author": tr("Author"),
        "published": tr("Date"),
        "language": tr("Language"),
        "url": tr("Address"),
    }
