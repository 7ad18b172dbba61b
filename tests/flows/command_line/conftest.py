"""What the tests of the command line share."""

import shutil
from pathlib import Path

import pytest

from tests.flows.command_line.calling import ARTICLES, done

_HOME = ("HOME", "XDG_CONFIG_HOME", "XDG_DATA_HOME")


@pytest.fixture(autouse=True)
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A home of its own for each test, so that nobody's settings are read or written."""
    place = tmp_path / "home"
    place.mkdir()
    for name in _HOME:
        monkeypatch.setenv(name, str(place))
    return place


@pytest.fixture(scope="session")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A project with the sample's articles, made once."""
    folder = tmp_path_factory.mktemp("made")
    project = folder / "orsvale.factcheck"
    with pytest.MonkeyPatch.context() as patch:
        for name in _HOME:
            patch.setenv(name, str(folder))
        done("new", project, "--title", "The basin break at Orsvale")
        done("import", project, ARTICLES)
    return project


@pytest.fixture
def project(made: Path, tmp_path: Path) -> Path:
    """A project with the sample's articles."""
    return Path(shutil.copy(made, tmp_path))


@pytest.fixture
def empty(tmp_path: Path) -> Path:
    """A project without articles."""
    project = tmp_path / "empty.factcheck"
    done("new", project)
    return project
