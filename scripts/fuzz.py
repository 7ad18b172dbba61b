"""Fuzzes importing and opening: every target of `tests/fuzz/targets.py` for a share of the time.

python scripts/fuzz.py [--seconds 600] [--target parse] [--keep FOLDER]

Inputs that coverage leads to are made by atheris. What is found is written to FOLDER/TARGET as it is found, and the
exit status is 1. A finding that was mended goes into tests/data/fuzz/TARGET, from where the tests play it again.
"""

import argparse
import hashlib
import io
import random
import re
import subprocess
import sys
import traceback
import zipfile
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

#: Share of the time that each target gets.
SHARES = {"parse": 45, "open": 28, "take": 15, "decode": 10, "seal": 2}
#: Seconds for one input, and megabytes for all: more is a finding.
SLOWEST, MEMORY = 10, 3000
_LARGEST = {"parse": 60_000, "open": 250_000, "take": 60_000, "decode": 20_000, "seal": 2_000}


def main() -> int:
    """Runs the targets one after the other, each in a process of its own."""
    given = _given()
    if given.child:
        _fuzz(given.target, given.seconds, given.keep)
    targets = [given.target] if given.target else list(SHARES)
    whole = sum(SHARES[target] for target in targets)
    for target in targets:
        seconds = max(1, given.seconds * SHARES[target] // whole)
        words = ["--child", "--target", target, "--seconds", str(seconds), "--keep", str(given.keep)]
        ended = subprocess.run(
            [sys.executable, __file__, *words], check=False, timeout=seconds + 300, capture_output=True, text=True
        )
        print(f"{target}: {_inputs(ended.stderr)} inputs in {seconds} s", flush=True)
        if ended.returncode:
            print(ended.stderr[-2000:], file=sys.stderr)
    return _told(given.keep)


def _inputs(told: str) -> str:
    """How many there were, as libFuzzer says when it ends."""
    counted = re.search(r"number_of_executed_units:\s*(\d+)", told)
    return f"{int(counted[1]):,}" if counted else "?"


def _given() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("--seconds", type=int, default=600)
    parser.add_argument("--target", choices=SHARES)
    parser.add_argument("--keep", type=Path, default=Path("out/fuzz"))
    parser.add_argument("--child", action="store_true", help=argparse.SUPPRESS)
    return parser.parse_args()


def _told(keep: Path) -> int:
    found = sorted(path for path in keep.glob("*/*") if path.suffix != ".txt")
    for path in found:
        said = path.with_name(path.name + ".txt")
        print(f"{path}: {said.read_text().splitlines()[-1] if said.exists() else 'ended or outlived its process'}")
    print(f"{len(found)} findings." if found else "No finding.")
    return 1 if found else 0


def _fuzz(name: str, seconds: int, keep: Path) -> None:
    """Never returns: libFuzzer ends the process."""
    import atheris

    with atheris.instrument_imports(include=["factcheck", "striprtf", "webvtt", "mammoth", "markdown_it", "email"]):
        from tests.fuzz import targets

    place = keep / name
    place.mkdir(parents=True, exist_ok=True)
    corpus = keep.parent / f"{keep.name}-corpus" / name
    corpus.mkdir(parents=True, exist_ok=True)
    for seed in targets.seeds(name):
        (corpus / hashlib.sha256(seed).hexdigest()[:16]).write_bytes(seed)
    target = targets.TARGETS[name]

    def once(data: bytes) -> None:
        try:
            target(data)
        except Exception as error:  # what is found; the next input may find something else
            _keep(place, data, error)

    def mutate(data: bytes, most: int, seed: int) -> bytes:
        return bytes(_in_package(data, seed, atheris) or atheris.Mutate(data, most))[:most]

    options = [f"-max_total_time={seconds}", f"-max_len={_LARGEST[name]}", f"-timeout={SLOWEST}"]
    options += [f"-rss_limit_mb={MEMORY}", f"-artifact_prefix={place}/", "-print_final_stats=1", "-verbosity=0"]
    atheris.Setup([sys.argv[0], *options, str(corpus)], once, custom_mutator=mutate)
    atheris.Fuzz()


def _keep(place: Path, data: bytes, error: Exception) -> None:
    """Once for each place in the code where it was raised."""
    frames = traceback.extract_tb(error.__traceback__)
    where = "".join(f"{Path(frame.filename).name}:{frame.name};" for frame in frames[-4:]) + type(error).__name__
    path = place / hashlib.sha256(where.encode()).hexdigest()[:12]
    if not path.exists():
        path.write_bytes(data)
        path.with_name(path.name + ".txt").write_text("".join(traceback.format_exception(error)), encoding="utf-8")


def _in_package(data: bytes, seed: int, atheris: object) -> bytes | None:
    """A zip package with one of its files changed: bytes changed at random only break its sums."""
    at = data.find(b"PK\x03\x04", 0, 8)
    chance = random.Random(seed)  # noqa: S311 - no secret
    if at < 0 or chance.random() < 0.2:
        return None
    try:
        with zipfile.ZipFile(io.BytesIO(data[at:])) as package:
            held = {one.filename: package.read(one) for one in package.infolist() if one.file_size < 200_000}
        name = chance.choice([name for name, inside in held.items() if inside])
        held[name] = bytes(atheris.Mutate(held[name], len(held[name]) + 200))  # type: ignore[attr-defined] # no types
        out = io.BytesIO()
        with zipfile.ZipFile(out, "w", zipfile.ZIP_STORED) as package:
            for inside in held.items():
                package.writestr(*inside)
    except Exception:
        return None
    return data[:at] + out.getvalue()


if __name__ == "__main__":
    sys.exit(main())
