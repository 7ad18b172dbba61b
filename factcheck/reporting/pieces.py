"""What all parts of a report are made of: words, labelled values, ratings, quotes with their sources."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Run:
    """A piece of running text."""

    text: str
    #: The words that a quote is about, or that clash.
    marked: bool = False
    #: Number of the evidence item of the same claim that the text refers to; 0 if it refers to none.
    reference: int = 0


#: One paragraph of running text.
Words = tuple[Run, ...]


@dataclass(frozen=True, slots=True)
class Badge:
    """A rating as it is shown: never by colour alone."""

    label: str
    sign: str = ""
    #: A semantic name; the renderer says which colour it is. "none": there is no verdict.
    colour: str = "none"


@dataclass(frozen=True, slots=True)
class Field:
    """A labelled value, with where it leads if it is an address."""

    label: str
    value: str
    url: str = ""


@dataclass(frozen=True, slots=True)
class Source:
    """Where a quote stands. `article` is the article's number in the appendix, 0 if it is not listed."""

    title: str
    publisher: str = ""
    date: str = ""
    article: int = 0
    #: Where in the original: "p. 3", "00:12:05, Ada Brink".
    place: str = ""
    #: Of what is no article but can be opened.
    url: str = ""
    #: What the article is written in, "" if that is not known.
    language: str = ""


@dataclass(frozen=True, slots=True)
class Quote:
    """Quoted words in their context, the words in question marked, with their source."""

    words: Words
    source: Source
