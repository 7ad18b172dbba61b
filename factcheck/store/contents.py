"""Which texts and original bytes a record names."""

from collections.abc import Iterator

from factcheck.model import ArticleVersion, Evidence, MediaAppearance, Record, StoredFile


def texts_of(record: Record) -> Iterator[str]:
    """SHA-256 of each text that the record names."""
    if isinstance(record, ArticleVersion):
        yield from filter(None, (record.text_sha256, record.landmarks_sha256))


def originals_of(record: Record) -> Iterator[str]:
    """SHA-256 of each original whose bytes the record names."""
    match record:
        case ArticleVersion(original_sha256=name):
            yield name
        case Evidence(target=StoredFile(sha256=name)) | MediaAppearance(source=StoredFile(sha256=name)):
            yield name
