"""The organisation's logo. It may come from the record of somebody else's report, so it is opened with care."""

import warnings
from dataclasses import dataclass
from io import BytesIO
from typing import Any

from factcheck.errors import ReportError
from factcheck.i18n import sentence

_FORMATS = ("PNG", "JPEG")
#: Pixels each way, and bytes.
_LARGEST, _HEAVIEST = 4000, 4_000_000


@dataclass(frozen=True, slots=True)
class Logo:
    """A decoded picture and how much room it takes."""

    picture: Any
    width: float
    height: float


def fitted(data: bytes, width: float, height: float) -> Logo | None:
    """The logo as large as the room allows, None if there is none. `ReportError` if it is no picture that we print."""
    if not data:
        return None
    picture = _opened(data)
    scale = min(width / picture.width, height / picture.height)
    return Logo(picture, picture.width * scale, picture.height * scale)


def check_logo(data: bytes) -> None:
    """`ReportError` if this is no picture that can be printed."""
    _opened(data)


def _opened(data: bytes) -> Any:
    from PIL import Image  # late: most reports have no logo

    if len(data) > _HEAVIEST:
        raise ReportError(sentence("error.report.heavy_logo", limit=_HEAVIEST // 1000000))
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # sizes are looked at below
            picture = Image.open(BytesIO(data), formats=_FORMATS)
        if max(picture.size) > _LARGEST:
            raise ReportError(sentence("error.report.large_logo", limit=_LARGEST))
        return picture.convert("RGBA" if picture.has_transparency_data else "RGB")
    except (OSError, SyntaxError, ValueError) as error:
        raise ReportError(sentence("error.report.no_logo")) from error
