"""What matching says of findings, in another language.

It is made and kept in English (ids, rulings and history are made of it, and the articles that are understood are
English), from templates of the catalogue and words of articles. Here those templates are recognised and filled in again
in the language that is wanted, with the words of articles as they are. What is not recognised, as what a person wrote,
stays as it is.
"""

import re
import string
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from functools import cache, lru_cache

from factcheck.i18n import OF_FINDINGS, Catalogue, phrases, template
from factcheck.model import Finding
from factcheck.text import between_marks

#: Facts that name a fact within them, and those whose first words are of a vocabulary of ours.
_AROUND = ("in_year", "in_event")
_OF_VOCABULARY = ("measure_of", "measure_about", "kind_about")
#: Facts that are nothing but such a word, or an article's.
_BARE = ("measure", "kind")
#: Reasons with values in them, and what stands between these.
_BETWEEN = {"update": "then", "agreement": "and"}
#: What stands in quotation marks in the name of a step.
_IN_MARKS = frozenset({"fact", "quote", "title", "value", "wording"})
#: Stands for “ and ” within a name while names are told apart.
_HELD = "\0"


@dataclass(frozen=True, slots=True)
class _Template:
    """A text with holes, and how it is recognised."""

    key: str
    pattern: re.Pattern[str]
    #: Letters outside the holes: the more there are, the surer it is.
    weight: int

    @classmethod
    def of(cls, key: str, text: str) -> "_Template":
        parts = list(string.Formatter().parse(text))
        made = "".join(re.escape(words) + (f"(?P<{name}>.+)" if name else "") for words, name, _, _ in parts)
        return cls(key, re.compile(made, re.DOTALL), sum(len(words) for words, *_ in parts))

    def holes(self, text: str) -> dict[str, str] | None:
        found = self.pattern.fullmatch(text)
        return found.groupdict() if found else None


def retold(finding: Finding, say: Catalogue, names: Collection[str] = ()) -> Finding:
    """The finding with all that matching says of it in the language of `say`; `names` are those of its sources."""
    if say.language == OF_FINDINGS:
        return finding
    return replace(
        finding,
        fact=fact(finding.fact, say),
        reasons=tuple(replace(r, text=reason(r.text, say, names)) for r in finding.reasons),
        back=reason(finding.back, say, names),
        learnt=learnt(finding.learnt, say),
    )


def fact(text: str, say: Catalogue) -> str:
    """What is in dispute: "people killed (Orsvale)"."""
    if say.language == OF_FINDINGS:
        return text
    return _fact(text, say.language)


def reason(text: str, say: Catalogue, names: Collection[str] = ()) -> str:
    """Why a finding is one: "Different numbers of people killed: 17 (Herald) against 24 (Post)."."""
    if say.language == OF_FINDINGS or not text:
        return text
    for name in (name for name in names if _and() in name):
        text = text.replace(name, name.replace(_and(), _HELD))
    return _reason(text, say).replace(_HELD, _and())


def names_of(names: Iterable[tuple[str, str]], say: Catalogue) -> list[tuple[str, str]]:
    """What is filled in where the name of a step is told, with facts in the language of `say`."""
    told = [(name, fact(value, say) if name == "fact" else value) for name, value in names]
    return [(name, between_marks(value) if name in _IN_MARKS else value) for name, value in told]


def learnt(text: str, say: Catalogue) -> str:
    """How rulings on findings like it moved its score."""
    if say.language == OF_FINDINGS:
        return text
    for form in _templates("learnt", ("less", "more")):
        if holes := form.holes(text):
            return say(f"learnt.{form.key}", **{**holes, "what": _trait(holes["what"], say)})
    return text


# --- facts ------------------------------------------------------------------------------------------------------------


@lru_cache(maxsize=4096)
def _fact(text: str, language: str) -> str:
    say = Catalogue(language)
    return _word(text, say) or _around(text, say) or _made(text, say) or text


def _word(text: str, say: Catalogue) -> str:
    """A state, a quality, a measure or a kind; "" if it is none of these."""
    known = phrases(say.language)
    if text in known:
        return known[text]
    for key, told in _table("quality").items():
        if told == text:
            return say(f"quality.{key}")
    for form in _states(say.language):
        if holes := form.holes(text):
            return known[form.key].format(**holes)
    return ""


@cache
def _states(language: str) -> tuple[_Template, ...]:
    return tuple(_Template.of(text, text) for text in phrases(language) if "{" in text)


def _around(text: str, say: Catalogue) -> str:
    """A known fact of a year or of an event."""
    for form in _templates("fact", _AROUND):
        holes = form.holes(text)
        if holes and (inner := _word(holes["fact"], say)):
            return say(f"fact.{form.key}", **{**holes, "fact": inner})
    return ""


def _made(text: str, say: Catalogue) -> str:
    for form in _templates("fact", tuple(k for k in _table("fact") if k not in (*_AROUND, *_BARE))):
        holes = form.holes(text)
        if holes is None:
            continue
        if form.key in _OF_VOCABULARY:
            if not (what := _word(holes["what"], say)):
                continue
            holes["what"] = what
        return say(f"fact.{form.key}", **holes)
    return ""


# --- reasons ----------------------------------------------------------------------------------------------------------


def _reason(text: str, say: Catalogue) -> str:
    skipped = ("given", "quoted", "against", "then", "and", "titled", "unnamed", "and_others")
    for form in _templates("reason", tuple(k for k in _table("reason") if k not in skipped)):
        holes = form.holes(text)
        if holes is not None:
            return say(f"reason.{form.key}", **dict(_filled(form.key, holes, say)))
    return text


def _filled(key: str, holes: Mapping[str, str], say: Catalogue) -> Iterator[tuple[str, str]]:
    for name, words in holes.items():
        if name == "values":
            yield name, _values(words, "" if key == "back" else _BETWEEN.get(key, "against"), say)
        elif name == "who" and key == "repeat":
            yield name, _who(words, say)
        elif name == "fact":
            yield name, fact(words, say)
        elif name == "verb":
            yield name, next((say(f"ruling.{k}") for k, told in _table("ruling").items() if told == words), words)
        else:
            yield name, words


def _values(text: str, key: str, say: Catalogue) -> str:
    """ "17 (Herald) against 24 (Post and Times)"; `key` names what stands between, "" for a comma."""
    there, here = (_table("reason")[key], say(f"reason.{key}")) if key else (", ", ", ")
    pieces = re.split(rf"(?<=\)){re.escape(there)}", text)
    return here.join(_value(piece, say) for piece in pieces)


def _value(text: str, say: Catalogue) -> str:
    for form in _templates("reason", ("quoted", "given")):
        if holes := form.holes(text):
            return say(f"reason.{form.key}", value=holes["value"], who=_who(holes["who"], say))
    return text


def _who(text: str, say: Catalogue) -> str:
    """Names of sources: the last two are joined by a word, or the rest is counted."""
    table = _table("reason")
    if found := re.fullmatch(r"(?P<names>.+) and (?:(?P<n>\d+) others|one other)", text):
        return say("reason.and_others", names=_quoted(found["names"], say), n=int(found["n"] or 1))
    if text == table["unnamed"]:
        return say("reason.unnamed")
    first, joined, last = text.rpartition(_and())
    if joined and last.count("“") == last.count("”"):  # not the “and” of a title
        return say("reason.and").join((_quoted(first, say), _quoted(last, say)))
    return _quoted(text, say)


def _quoted(text: str, say: Catalogue) -> str:
    """Titles in the quotation marks of the language."""
    return re.sub(r"“([^”]*)”", lambda found: say("reason.titled", title=found[1]), text)


def _trait(text: str, say: Catalogue) -> str:
    for key, told in _table("learnt.of").items():
        if told == text:
            return say(f"learnt.of.{key}")
    for form in _templates("learnt", ("between", "fact")):
        if holes := form.holes(text):
            what = fact(holes["what"], say) if form.key == "fact" else holes["what"]
            return say(f"learnt.{form.key}", **{**holes, "what": what})
    return text


# --- templates --------------------------------------------------------------------------------------------------------


def _table(name: str) -> Mapping[str, str]:
    return template(name)


def _and() -> str:
    return _table("reason")["and"]


@cache
def _templates(table: str, keys: tuple[str, ...]) -> tuple[_Template, ...]:
    """The surest first."""
    made = (_Template.of(key, _table(table)[key]) for key in keys)
    return tuple(sorted(made, key=lambda form: -form.weight))
