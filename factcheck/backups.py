"""The copies of a project that are kept beside it, and the way back to one."""

from pathlib import Path

from factcheck.store import backup


def backups(project: Path) -> list[Path]:
    """The backups of a project, newest first."""
    return backup.listed(project)


def told(project: Path) -> list[backup.Copy]:
    """The backups with what each of them holds."""
    return [backup.told(copy) for copy in backups(project)]


def restore(project: Path, copy: Path) -> Path | None:
    """Puts a backup in a closed project's place; returns where what stood there is kept."""
    return backup.restore(project, copy)
