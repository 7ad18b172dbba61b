"""Rich Text Format, by striprtf."""

import re
from importlib.metadata import version

from factcheck.importing.composing import Composition
from factcheck.importing.dates import of_file
from factcheck.importing.draft import Extracted, Extraction, Input
from factcheck.importing.formats import Format, Sample
from factcheck.importing.titles import title_of
from factcheck.importing.words import failed, one_line, say
from factcheck.model import Precision, PrintedDate

_DEEPEST = 2000
_NOTE = re.compile(r"\{\s*(?:\\\*)?\s*\\footnote\b(?:\\ftnalt\b)? ?")
_BRACE = re.compile(r"\\[\\{}]|[{}]")
_PICTURES = re.compile(r"\\pict\b")
#: What tracked changes took out.
_DELETED = re.compile(r"\{\\deleted\b[^{}]*(?:\{[^{}]*\}[^{}]*)*\}")
#: Bullets in a symbol font.
_BULLET = re.compile("^\\s*[\uf020-\uf0ff]\\s*")
_CREATED = re.compile(r"\{\\creatim\\yr(\d{4})\\mo(\d\d?)\\dy(\d\d?)(?:\\hr(\d\d?)\\min(\d\d?))?")
_ABOUT = r"\{\\%s ((?:[^{}\\]|\\['u][^{}]{0,12})*)\}"


def extract(given: Input) -> Extraction:
    """The text, its notes at the end; pictures are counted and left out."""
    from striprtf.striprtf import rtf_to_text

    # All that is beyond ASCII is escaped, by the standard; what is not, striprtf takes in the declared code page.
    markup = _DELETED.sub("", given.data.decode("latin-1"))
    if _depth(given.data) > _DEEPEST:
        raise failed("too_deep", name=given.name)
    text = Composition()
    for line in rtf_to_text(_noted(markup), errors="replace").split("\n"):
        words = " ".join(_BULLET.sub("- ", line).replace("|", " | ").split()).strip(" |")
        (text.line if line.rstrip().endswith("|") else text.paragraph)(words)
    article = Extracted(
        text=text.text,
        title=_about("title", markup) or title_of(text.text, given.name),
        author=_about("author", markup),
        published=of_file(_created(markup)),
        encoding="rtf",
        method=f"striprtf {version('striprtf')}",
        warnings=tuple(_left_out(markup)),
    )
    return Extraction((article,))


def _depth(data: bytes) -> int:
    deepest = depth = 0
    for brace in re.findall(rb"(?<!\\)[{}]", data):
        depth += 1 if brace == b"{" else -1
        deepest = max(deepest, depth)
    return deepest


def _noted(markup: str) -> str:
    """The document with its notes as paragraphs at its end, and their numbers where they were."""
    body: list[str] = []
    notes: list[str] = []
    at = depth = base = 0
    note: re.Match[str] | None = None
    for brace in _BRACE.finditer(markup):
        if brace[0] == "{":
            if note is None and (note := _NOTE.match(markup, brace.start())):
                body += [markup[at : note.start()], f"[{len(notes) + 1}]"]
                base = depth
            depth += 1
        elif brace[0] == "}":
            depth -= 1
            if note is not None and depth == base:
                notes.append(markup[note.end() : brace.start()])
                at, note = brace.end(), None
    whole = "".join([*body, markup[note.start() if note else at :]])
    end = whole.rfind("}")
    told = "".join(rf"\par\pard\plain [{n}] {{{words}}}" for n, words in enumerate(notes, 1))
    return whole[:end] + told + whole[end:]


def _about(field: str, markup: str) -> str:
    from striprtf.striprtf import rtf_to_text

    found = re.search(_ABOUT % field, markup[:100_000])
    return one_line(rtf_to_text("{\\rtf1 " + found[1] + "}", errors="replace")) if found else ""


def _created(markup: str) -> PrintedDate | None:
    found = _CREATED.search(markup[:100_000])
    if not found:
        return None
    year, month, day, hour, minute = found.groups()
    if not hour:
        iso = f"{year}-{int(month):02}-{int(day):02}"
        return PrintedDate(iso, iso, Precision.day)
    iso = f"{year}-{int(month):02}-{int(day):02}T{int(hour):02}:{int(minute):02}"
    return PrintedDate(iso, iso, Precision.minute)


def _left_out(markup: str) -> list[str]:
    pictures = len(_PICTURES.findall(markup))
    return [say("import.warning.pictures", n=pictures)] if pictures else []


def _recognises(sample: Sample) -> bool:
    return sample.data.startswith(b"{\\rtf")


FORMAT = Format("rtf", (".rtf",), "application/rtf", _recognises, extract, signed=True)
