"""Elements of HTML.

Whatever is not markup of ours goes through `words`, the one place where text becomes markup.
"""

from markupsafe import Markup, escape

from factcheck.reporting.tidying import tidy


def words(text: str) -> Markup:
    """Text as markup that shows this text and nothing else."""
    return escape(tidy(text))


def element(name: str, /, *inner: Markup, **attributes: str) -> Markup:
    """An element; an attribute that is "" is left out, `class_` and `aria_label` are written as HTML has them."""
    return opening(name, **attributes) + Markup().join(inner) + closing(name)


def opening(name: str, /, **attributes: str) -> Markup:
    """The start of an element."""
    told = Markup().join(
        Markup(' {}="{}"').format(key.rstrip("_").replace("_", "-"), words(value))
        for key, value in attributes.items()
        if value
    )
    return Markup("<{}{}>").format(name, told)


def closing(name: str) -> Markup:
    """The end of an element."""
    return Markup("</{}>").format(name)


def void(name: str, /, **attributes: str) -> Markup:
    """An element that holds nothing, in the form that XML has too."""
    return Markup("{}/>").format(opening(name, **attributes)[:-1])
