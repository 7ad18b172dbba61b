"""A project on a real disk with one article, for the tests of what is done to claims."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from factcheck.model import Article
from factcheck.session import Session
from tests.store.making import add_article, new_session


@pytest.fixture
def session(tmp_path: Path) -> Iterator[Session]:
    """Closed after the test."""
    with new_session(tmp_path / "floods.factcheck") as made:
        add_article(made)
        yield made


@pytest.fixture
def article(session: Session) -> Article:
    """The one in it."""
    return next(session.records.each(Article))
