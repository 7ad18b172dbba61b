"""A home of its own for each test, a person at a window, and a small project to work on."""

from collections.abc import Callable, Iterator
from pathlib import Path
from shutil import copyfile

import pytest
from pytestqt.qtbot import QtBot

from factcheck import importing, sample, workflow
from factcheck.model import Article, Who
from factcheck.session import Session
from tests.ui.window.person import Person

ADA = Who("Ada Brandt", "wada")
WIRE = "The bridge at Orm fell on 3 May 2031, the police said. Some 12 people were hurt when the bridge fell.\n"
HERALD = "The bridge at Orm fell on 4 May 2031, a witness said. Some 31 people were hurt when the bridge fell.\n"


@pytest.fixture(autouse=True)
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    place = tmp_path / "home"
    place.mkdir()
    for name in ("HOME", "XDG_CONFIG_HOME", "XDG_DATA_HOME"):
        monkeypatch.setenv(name, str(place))
    return place


@pytest.fixture
def new_person(qtbot: QtBot) -> Iterator[Callable[[], Person]]:
    """Makes people, each at a window of their own, and closes the windows in the end."""
    made: list[Person] = []

    def make() -> Person:
        made.append(Person(qtbot))
        return made[-1]

    yield make
    for person in made:
        person.window.close()
        person.window.close()  # one that refused once, because something could not be kept, closes now
        person.rest()
        person.window.deleteLater()


@pytest.fixture
def person(new_person: Callable[[], Person]) -> Person:
    return new_person()


@pytest.fixture(scope="session")
def bridge(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A project with two articles that differ in a date and a number."""
    path = tmp_path_factory.mktemp("bridge") / "bridge.factcheck"
    with workflow.new_project(path, ADA, "The bridge") as made:
        add(made, WIRE, "Wire")
        add(made, HERALD, "Herald")
    return path


@pytest.fixture
def project(bridge: Path, tmp_path: Path) -> Path:
    """A copy of it."""
    return copyfile(bridge, tmp_path / bridge.name)


@pytest.fixture
def session(project: Path) -> Iterator[Session]:
    """The same, open."""
    with Session.open(project, ADA) as opened:
        yield opened


def add(session: Session, text: str, title: str) -> Article:
    """Pasted text as an article."""
    return workflow.add(session, importing.pasted(text, title))


@pytest.fixture(scope="session")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The sample project, made once."""
    path = tmp_path_factory.mktemp("sample") / "sample.factcheck"
    sample.build(path, ADA).close()
    return path


@pytest.fixture
def of_sample(built: Path, tmp_path: Path) -> Path:
    """A copy of the sample project to work on."""
    path = tmp_path / built.name
    path.write_bytes(built.read_bytes())
    return path
