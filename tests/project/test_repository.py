"""What stands in the repository holds on any machine."""

import re
import subprocess
import tomllib
from collections.abc import Iterator
from importlib.metadata import distribution
from pathlib import Path

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name
from packaging.version import Version

from tests.sources import modules

CHECKOUT = Path(__file__).resolve().parents[2]
MATERIAL = ("tests/data/", "benchmarks/data/", "resources/sample/")  # texts by and about others
INSTALLER = "pip"  # sqlite-utils asks for it, and it is there before anything is pinned

MACHINE_PATH = re.compile(r"(?<![\w.}])/(?:home|root|work|Users)/[\w.]")
REGISTRY = re.compile(
    r"https?://[^\s\"'<>)]*(?:pypi|pythonhosted|deb\.debian|/simple\b)|--(?:extra-)?index-url|--find-link[s]|index_ur[l]",
    re.IGNORECASE,
)


def tracked_texts() -> Iterator[tuple[str, str]]:
    listed = subprocess.run(["git", "ls-files", "-z"], cwd=CHECKOUT, check=True, capture_output=True, text=True).stdout
    for name in filter(None, listed.split("\0")):
        path = CHECKOUT / name
        if path.is_file() and not name.startswith(MATERIAL):
            try:
                yield name, path.read_text(encoding="utf-8")
            except UnicodeDecodeError:
                continue


@pytest.mark.parametrize("pattern", [MACHINE_PATH, REGISTRY], ids=["machine path", "registry address"])
def test_no_file_names_a_place_that_only_one_machine_has(pattern: re.Pattern[str]) -> None:
    found = [
        f"{name}:{number}: {line.strip()}"
        for name, text in tracked_texts()
        for number, line in enumerate(text.splitlines(), start=1)
        if pattern.search(line)
    ]
    assert found == []


#: Lines of a module of the program; one that is longer has a part with a name of its own.
LONGEST = 300


def test_no_module_of_the_program_is_longer_than_one_reads_at_a_time() -> None:
    lengths = {path.relative_to(CHECKOUT): len(path.read_text(encoding="utf-8").splitlines()) for path in modules()}
    assert {str(path): lines for path, lines in lengths.items() if lines > LONGEST} == {}


def pins() -> dict[str, Version]:
    lines = (CHECKOUT / "constraints.txt").read_text(encoding="utf-8").splitlines()
    requirements = [Requirement(line) for line in lines]
    return {
        canonicalize_name(requirement.name): Version(next(iter(requirement.specifier)).version)
        for requirement in requirements
        if requirement.marker is None or requirement.marker.evaluate()
    }


def needed(name: str, extra: str) -> Iterator[tuple[str, str]]:
    """What a package, or one extra of it, asks for on this Python: names with the extra asked for, or an empty one."""
    for line in distribution(name).requires or ():
        requirement = Requirement(line)
        if requirement.marker is None or requirement.marker.evaluate({"extra": extra}):
            for wanted in ("", *requirement.extras):
                yield canonicalize_name(requirement.name), wanted


def all_needed() -> set[str]:
    waiting = [("factcheck", ""), ("factcheck", "dev")]
    seen: set[tuple[str, str]] = set()
    while waiting:
        package = waiting.pop()
        if package not in seen and package[0] != INSTALLER:
            seen.add(package)
            waiting.extend(needed(*package))
    return {name for name, _ in seen} - {"factcheck"}


def test_constraints_pin_every_dependency() -> None:
    assert all_needed() - set(pins()) == set()


def test_constraints_pin_one_exact_version_a_line_in_order() -> None:
    lines = (CHECKOUT / "constraints.txt").read_text(encoding="utf-8").splitlines()
    assert lines == sorted(lines)
    assert [line for line in lines if not re.fullmatch(r"[a-z0-9-]+==[\w.]+( ; .+)?", line)] == []


def test_pins_lie_within_the_declared_ranges() -> None:
    with (CHECKOUT / "pyproject.toml").open("rb") as file:
        project = tomllib.load(file)["project"]
    declared = [Requirement(line) for line in project["dependencies"] + project["optional-dependencies"]["dev"]]
    pinned = pins()
    outside = [str(item) for item in declared if pinned[canonicalize_name(item.name)] not in item.specifier]
    assert outside == []


def test_installed_versions_are_the_pinned_ones() -> None:
    pinned = pins()
    differing = {name for name in all_needed() if Version(distribution(name).version) != pinned[name]}
    assert differing == set(), "run `make setup`"


def test_the_picture_of_the_layers_shows_every_part_of_the_program() -> None:
    picture = (CHECKOUT / "docs" / "architecture.md").read_text(encoding="utf-8").split("```")[1]
    parts = {path.stem for path in (CHECKOUT / "factcheck").iterdir() if path.suffix == ".py" or path.is_dir()}
    assert {part for part in parts if not re.search(rf"\b{part}\b", picture)} <= {"__init__", "__pycache__"}
