"""The inputs that a command was given: files, folders, and standard input."""

import sys
from collections.abc import Iterator, Sequence
from pathlib import Path

from factcheck import matching
from factcheck.errors import FactCheckError
from factcheck.importing import DEFAULT_LIMITS, Draft, Input, Outcome, inputs, read_all, read_input
from factcheck.progress import Progress

#: Stands for standard input.
STDIN = "-"


def outcomes(paths: Sequence[str], progress: Progress, column: str = "", workers: int = 0) -> Iterator[Outcome]:
    """What becomes of each input, in the order given, each file once; a bad one does not stop the others.

    `column` is where the statements of tables stand; `workers` is how many files are read at a time, 0 the default.
    """
    named = [_named(path) for path in paths]
    owner = {file: at for at, (found, _) in reversed([*enumerate(named)]) for file in found}
    files = [[file for file in found if owner[file] == at] for at, (found, _) in enumerate(named)]
    read = read_all([file for found in files for file in found], progress, column=column, workers=workers)
    for path, (_, error), found in zip(paths, named, files, strict=True):
        if path == STDIN:
            yield _pasted(column)
        elif error:
            yield Outcome(path, error=error)
        for _file in found:
            yield next(read)


def _named(path: str) -> tuple[list[Path], str]:
    """The files that a word stands for, or the sentence that says why it stands for none."""
    if path == STDIN:
        return [], ""
    try:
        return inputs([Path(path)]), ""
    except FactCheckError as error:
        return [], str(error)


def _pasted(column: str) -> Outcome:
    data = sys.stdin.buffer.read(DEFAULT_LIMITS.input_bytes + 1)
    return read_input(Input(data, column=column), STDIN)


def source(number: int, draft: Draft) -> matching.Source:
    """Numbered in the order given, so that the same call prints the same."""
    return matching.Source(
        article_id=f"a{number}",
        version_id=f"v{number}",
        text=draft.text,
        title=draft.title,
        file=draft.file,
        publisher=draft.publisher,
        published=draft.published.iso if draft.published else "",
        language=draft.language or "en",
    )
