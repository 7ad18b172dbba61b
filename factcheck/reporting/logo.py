"""The organisation's logo. It may come from the record of somebody else's report, so it is opened with care."""

import warnings
from dataclasses import dataclass
from io import BytesIO
from typing import Any

from factcheck.errors import ReportError

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
        raise ReportError(f"The logo is larger than {_HEAVIEST // 1_000_000} MB; choose a smaller picture.")
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # sizes are looked at below
            picture = Image.open(BytesIO(data), formats=_FORMATS)
        if max(picture.size) > _LARGEST:
            raise ReportError(f"The logo is larger than {_LARGEST} pixels; choose a smaller picture.")
        return picture.convert("RGBA" if picture.has_transparency_data else "RGB")
    except (OSError, SyntaxError, ValueError) as error:
        raise ReportError("The logo could not be read; choose a PNG or JPEG picture.") from error
