"""Sealing history: from the menu, and with whatever goes out."""

from pathlib import Path

from factcheck.ui.bench import Bench
from factcheck.ui.text import tr


def seal(bench: Bench) -> None:
    """Writes a seal beside the project."""
    if bench.project:
        bench.flush()
        bench.soon(lambda: _seal(bench))


def _seal(bench: Bench) -> None:
    made = _write(bench)
    bench.say(tr("Sealed in “{name}”. Keep it elsewhere, or publish it.", name=made.name))


def go_along(bench: Bench, target: Path) -> None:
    """Writes a seal beside what went out, if that is wished."""
    if bench.project and bench.settings.seal_exports:
        bench.soon(lambda: _write(bench, target))


def _write(bench: Bench, beside: Path | None = None) -> Path:
    from factcheck import publishing

    return publishing.write_seal(bench.session, beside=beside)[1]
