"""The language of a text where nothing declares it, by CLD3's small network."""

import re
from dataclasses import replace

from factcheck.importing.draft import Extracted

_TAG = re.compile(r"[A-Za-z]{2,3}(?:-[A-Za-z0-9]{2,8}){0,3}")
#: The network looks at no more, in UTF-8.
_SAMPLE = 3000
#: A guess that is less sure is none; a text with fewer letters gives none.
_SURE = 0.7
_FEWEST_LETTERS = 20
#: Old codes that it uses.
_MEANT = {"iw": "he"}


def declared(tag: str) -> str:
    """A language as a source names it ("en_gb") as BCP 47; "" if it is no name of one."""
    parts = tag.strip().replace("_", "-").split("-")
    if not _TAG.fullmatch("-".join(parts)):
        return ""
    return "-".join([parts[0].lower(), *(part.upper() if len(part) == 2 else part for part in parts[1:])])


def guess(text: str) -> tuple[str, float | None]:
    """Language as BCP 47 and how sure that is, 0 to 1; ("", None) if it cannot be told."""
    sample = text[:_SAMPLE]
    if sum(map(str.isalpha, sample)) < _FEWEST_LETTERS:
        return "", None
    from gcld3 import NNetLanguageIdentifier

    found = NNetLanguageIdentifier(0, _SAMPLE).FindLanguage(text=sample)
    if not found.is_reliable or found.probability < _SURE:
        return "", None
    return _MEANT.get(found.language, found.language), round(found.probability, 3)


def with_language(article: Extracted) -> Extracted:
    """The article with its language guessed if it declares none."""
    if article.language:
        return article
    language, confidence = guess(article.text)
    return replace(article, language=language, language_confidence=confidence)
