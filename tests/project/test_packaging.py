"""What people install is the wheel, not this checkout: it must stand on its own."""

import configparser
import os
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

CHECKOUT = Path(__file__).resolve().parents[2]


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("wheel")
    build = [sys.executable, "-m", "hatchling", "build", "--target", "wheel", "--directory", str(folder)]
    subprocess.run(build, cwd=CHECKOUT, check=True, capture_output=True)
    (built,) = folder.glob("*.whl")
    return built


@pytest.fixture(scope="module")
def installed(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("site")
    install = [sys.executable, "-m", "pip", "install", "--quiet", "--no-deps", "--no-index", "--no-compile"]
    subprocess.run([*install, "--target", str(folder), str(wheel)], check=True, capture_output=True)
    return folder


def run_elsewhere(code: str, installed: Path, folder: Path) -> str:
    """What the code prints, run from a folder that is not ours and with the installed wheel before the checkout."""
    environment = {**os.environ, "PYTHONPATH": str(installed)}
    result = subprocess.run(
        [sys.executable, "-c", code], cwd=folder, env=environment, check=True, capture_output=True, text=True
    )
    return result.stdout.strip()


def test_installed_program_finds_its_resources(installed: Path, tmp_path: Path) -> None:
    code = "from factcheck.paths import resource; assert resource('scales').is_dir(); print(resource('scales'))"

    found = Path(run_elsewhere(code, installed, tmp_path))

    assert found == (installed / "factcheck" / "_resources" / "scales").resolve()


def test_wheel_carries_every_resource_and_nothing_of_the_workshop(wheel: Path) -> None:
    with zipfile.ZipFile(wheel) as archive:
        names = set(archive.namelist())

    tracked = subprocess.run(
        ["git", "ls-files", "resources"], cwd=CHECKOUT, check=True, capture_output=True, text=True
    ).stdout.splitlines()
    assert {f"factcheck/_{name}" for name in tracked} <= names
    assert {name.split("/")[0].split("-")[0] for name in names} == {"factcheck"}


def test_wheel_offers_both_doors(wheel: Path) -> None:
    with zipfile.ZipFile(wheel) as archive:
        (name,) = (name for name in archive.namelist() if name.endswith(".dist-info/entry_points.txt"))
        doors = configparser.ConfigParser()
        doors.read_string(archive.read(name).decode())

    assert dict(doors["console_scripts"]) == {"factcheck": "factcheck.__main__:main"}
    assert dict(doors["gui_scripts"]) == {"factcheck-app": "factcheck.__main__:main_app"}
