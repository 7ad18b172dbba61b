"""The parts of a document: what every format with headings, paragraphs, tables and links has."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum

from factcheck.reporting.pieces import Badge


class Look(StrEnum):
    """What a piece of a line is to its reader."""

    plain = "plain"
    strong = "strong"
    soft = "soft"
    #: The words that a quote is about, or that clash.
    marked = "marked"
    #: A hash or another name that no one reads.
    code = "code"


@dataclass(frozen=True, slots=True)
class Text:
    """Words of one look."""

    words: str
    look: Look = Look.plain
    #: "#place" of this document, or an address; what is no address of the web leads nowhere.
    link: str = ""
    #: What the words are in, if not in the language of the document.
    language: str = ""
    #: It stands for itself: neither it nor its neighbours turn about because of the other's direction.
    apart: bool = False


#: A line of words and badges; it is broken where the medium ends.
Line = tuple[Text | Badge, ...]


class Role(StrEnum):
    """What a paragraph is."""

    body = "body"
    #: The one to read if only one is read.
    lead = "lead"
    #: Who and when, what a thing is: beside the matter.
    small = "small"
    #: What is lacking.
    lack = "lack"


@dataclass(frozen=True, slots=True)
class Paragraph:
    """One paragraph."""

    line: Line
    role: Role = Role.body


@dataclass(frozen=True, slots=True)
class Quotation:
    """Words of others and where they stand."""

    words: Line
    source: Line = ()


@dataclass(frozen=True, slots=True)
class Bullets:
    """A list of lines, or of boxes to tick by hand with what they stand for."""

    lines: tuple[Line, ...]
    ticks: bool = False


@dataclass(frozen=True, slots=True)
class Fields:
    """Labels with their values."""

    rows: tuple[tuple[str, Line], ...]


@dataclass(frozen=True, slots=True)
class Row:
    """A row of a table: the lines of each cell. The first cell, or the one of `head`, says what the row is of."""

    cells: tuple[tuple[Line, ...], ...]
    place: str = ""


@dataclass(frozen=True, slots=True)
class Table:
    """Rows below heads."""

    caption: str
    heads: tuple[str, ...]
    rows: tuple[Row, ...]
    #: The share of the width that each column has, in hundredths.
    widths: tuple[int, ...]
    #: The column whose cells name their rows.
    head: int = 0
    #: The heading above says what the caption says; it is for who does not see that.
    told: bool = False


@dataclass(frozen=True, slots=True)
class Box:
    """What is set apart, with an edge in a colour."""

    colour: str
    blocks: tuple["Block", ...]


@dataclass(frozen=True, slots=True)
class Item:
    """A numbered thing to which others refer."""

    number: int
    place: str
    blocks: tuple["Block", ...]


@dataclass(frozen=True, slots=True)
class Items:
    """Numbered things in their order."""

    items: tuple[Item, ...]


@dataclass(frozen=True, slots=True)
class Side:
    """One of several answers: what it is, and what speaks for it."""

    title: Line
    blocks: tuple["Block", ...]


@dataclass(frozen=True, slots=True)
class Sides:
    """Answers beside one another."""

    sides: tuple[Side, ...]
    #: As many stand in a row where there is room.
    columns: int = 2


@dataclass(frozen=True, slots=True)
class Measure:
    """One number among others of its kind."""

    label: Line
    said: Line
    #: Of the largest, 0 to 1.
    share: float
    #: Of a rating; "": of none.
    colour: str = ""


@dataclass(frozen=True, slots=True)
class Bars:
    """Numbers to be seen beside one another."""

    rows: tuple[Measure, ...]


@dataclass(frozen=True, slots=True)
class Part:
    """A part with a heading; parts within parts have headings of the next level."""

    title: Line
    blocks: Iterable["Block"]
    place: str = ""
    #: What stands over the title, in small.
    over: Line = ()
    #: It begins a page where there are pages.
    page: bool = False


Block = Paragraph | Quotation | Bullets | Fields | Table | Box | Items | Sides | Bars | Part


@dataclass(frozen=True, slots=True)
class Entry:
    """A line of the contents."""

    title: str
    place: str
    #: Of a claim; 0: a part of the report.
    number: int = 0


@dataclass(frozen=True, slots=True)
class Publisher:
    """Who publishes the document."""

    name: str
    #: `#rrggbb` of what is not text; "": ink.
    colour: str
    #: A PNG or JPEG picture, b"" if there is none.
    logo: bytes


@dataclass(frozen=True)
class Document:
    """A report as a document. `parts` are made while they are read, once."""

    title: str
    #: What kind of report it is.
    over: str
    language: str
    subject: str
    author: str
    publisher: Publisher
    #: When it was made, 0 if that is not told.
    made_at: int
    #: Who, when, and how many.
    head: tuple[Block, ...]
    contents_title: str
    #: Empty if the document is too short for it.
    contents: tuple[Entry, ...]
    parts: Iterator[Part]
    #: All that is needed to make the report again, for programs; safe within a comment.
    record: str
    #: Reviews of its claims as JSON, for programs.
    reviews: tuple[str, ...]
    #: Every colour that a badge, a box or a bar has.
    colours: tuple[str, ...]
