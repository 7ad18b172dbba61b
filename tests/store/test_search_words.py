"""What is looked for is only words, to SQLite and to its full-text search."""

from pathlib import Path

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from factcheck.model import Article, Claim, EarlierCheck, Publisher
from factcheck.session import Session
from factcheck.store.checks import Checks
from tests.store.making import add_article, new_session

_WORDS = "The sirens were silent"


@pytest.fixture(scope="module")
def checks(tmp_path_factory: pytest.TempPathFactory) -> Checks:
    """A collection of one check."""
    made = Checks(tmp_path_factory.mktemp("checks") / "checks.sqlite")
    made.add([EarlierCheck(_WORDS, "https://checkers.example/1", "False")])
    return made


@pytest.fixture(scope="module")
def session(tmp_path_factory: pytest.TempPathFactory) -> Session:
    """A project of one article."""
    with new_session(tmp_path_factory.mktemp("words") / "a.factcheck") as made:
        add_article(made)
    return Session.open(Path(made.path), made.who, read_only=True)


@settings(deadline=None)
@given(st.text() | st.text(alphabet="\"'*-^:(){}+ ANDORTNEARclaim%_\0\\;"))
@example('" OR words MATCH "*')
@example("claim:x NEAR(y, 2) AND NOT z*")
@example("'; DROP TABLE checks; --")
@example("co-op O'Brien 3.5% C++ -sea")
def test_whatever_is_looked_for_is_only_words(checks: Checks, session: Session, text: str) -> None:
    checks.find(text)
    assert [met.check.claim for met in checks.find(f"{_WORDS} {text[:6]}", most=9)] in ([_WORDS], [])
    for kind, field in ((Article, "title"), (Publisher, "name"), (Claim, "id")):
        assert session.records.where(kind, **{field: text}) == []
    assert checks.count() == 1
    assert session.records.count(Article) == 1
