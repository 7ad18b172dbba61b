"""What no font has: which characters of a report, of which scripts, and the package that would bring them."""

import re
import unicodedata
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, fields, is_dataclass
from functools import cache
from typing import Any

from factcheck.i18n import Catalogue
from factcheck.reporting.pdf.characters import code_point, tidy
from factcheck.reporting.pdf.fonts import Fonts

#: Characters that a sentence lists.
_LISTED = 20
#: Texts that are looked through between two ticks.
_BATCH = 2_000

#: Scripts by the names they have in the catalogue's `[report.script]`, each with the package of Debian, or of Python,
#: that is the smallest to bring it. The last ones are met by what is left.
_SCRIPTS = (
    ("arabic", "[\u0600-\u08ff\ufb50-\ufdff\ufe70-\ufeff]", "fontpkg-ibm-plex-sans-arabic"),
    ("hebrew", "[\u0590-\u05ff\ufb1d-\ufb4f]", "fontpkg-heebo"),
    ("devanagari", "[\u0900-\u097f\ua8e0-\ua8ff]", "fontpkg-noto-sans-devanagari"),
    ("tamil", "[\u0b80-\u0bff]", "fontpkg-noto-sans-tamil"),
    ("telugu", "[\u0c00-\u0c7f]", "fontpkg-noto-sans-telugu"),
    ("thai", "[\u0e00-\u0e7f]", "fontpkg-noto-sans-thai"),
    ("khmer", "[\u1780-\u17ff\u19e0-\u19ff]", "fontpkg-noto-sans-khmer"),
    ("armenian", "[\u0530-\u058f\ufb13-\ufb17]", "fonts-dejavu-core"),
    ("georgian", "[\u10a0-\u10ff\u2d00-\u2d2d]", "fonts-dejavu-core"),
    ("japanese", "[\u3040-\u30ff\u31f0-\u31ff\uff65-\uff9f]", "fonts-ipaexfont-gothic"),
    ("korean", "[\u1100-\u11ff\u3130-\u318f\uac00-\ud7ff]", "fonts-nanum"),
    ("chinese", "[\u2e80-\u303f\u3100-\u9fff\uf900-\ufaff\uff00-\uff64\U00020000-\U0003ffff]", "fonts-wqy-microhei"),
    ("symbols", "[\u2000-\u2bff\u2e00-\u2e7f\U0001f000-\U0001faff]", "fonts-symbola"),
    ("others", "", ""),
)


@dataclass(frozen=True, slots=True)
class Gap:
    """Characters of one script that no font here has; the report shows their code points."""

    #: Its name in the catalogue's `[report.script]`.
    script: str
    #: In code point order.
    characters: tuple[str, ...]
    #: What to install: a package of Debian, or of Python if it begins with "fontpkg-"; "" if none is known.
    package: str

    def told(self, say: Catalogue) -> str:
        """The sentence for who is about to export: what is missing, what the report shows, and what mends it."""
        shown = self.characters if self.package else tuple(map(code_point, self.characters))  # nobody could read them
        listed = " ".join(shown[:_LISTED]) + (" …" if len(shown) > _LISTED else "")
        key = "unknown" if not self.package else "python" if self.package.startswith("fontpkg-") else "debian"
        names = {"script": say(f"report.script.{self.script}"), "characters": listed, "package": self.package}
        return say(f"report.no_font.{key}", n=len(self.characters), **names)


def characters_without_font(report: object, fonts: Fonts, tick: Callable[[], None] = lambda: None) -> tuple[str, ...]:
    """The characters of a report that no font has, in code point order."""
    used: set[str] = set()
    for number, text in enumerate(_texts(report)):
        if not fonts.plain.issuperset(text):
            used.update(tidy(text))
        if number % _BATCH == 0:
            tick()
    return tuple(sorted(fonts.missing(c for c in used if c.strip())))


def gaps(characters: Iterable[str]) -> tuple[Gap, ...]:
    """Characters without a font, by script."""
    found: dict[tuple[str, str], list[str]] = {}
    for character in sorted(characters):
        found.setdefault(_script(character), []).append(character)
    return tuple(Gap(script, tuple(each), package) for (script, package), each in sorted(found.items()))


def _script(character: str) -> tuple[str, str]:
    looks = character if unicodedata.category(character) != "So" else "\u2600"  # a symbol wherever it stands
    return next((name, package) for name, pattern, package in _SCRIPTS if re.match(pattern, looks))


@cache
def _parts(kind: type[Any]) -> tuple[str, ...]:
    return tuple(field.name for field in fields(kind))


def _texts(part: object) -> Iterator[str]:
    """Every string within a report."""
    rest = [part]
    while rest:
        part = rest.pop()
        if isinstance(part, str):
            yield part
        elif isinstance(part, tuple):
            rest.extend(part)
        elif is_dataclass(part) and not isinstance(part, type):
            rest.extend(getattr(part, name) for name in _parts(type(part)))
