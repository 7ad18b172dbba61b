"""What becomes of pictures that were taken: sheets to look at many at once, and illustrations of documents."""

from collections.abc import Iterable, Sequence
from pathlib import Path

import numpy
from PIL import Image, ImageDraw

from scripts.shots import plan
from scripts.shots.plan import Wish

#: Pictures on a sheet, in columns of this width.
_COLUMNS, _ROWS = 2, 3
_WIDTH, _HEIGHT, _GAP, _CAPTION = 960, 640, 16, 18
#: How wide an illustration is, and in how many colours.
_WIDE, _COLOURS, _GROUNDS = 1800, 256, 96


def sheets(content: str, themes: Iterable[str], scale: int) -> None:
    """Contact sheets of the pictures of a project at a scale."""
    for theme in themes:
        folder = plan.folder(content, theme, scale)
        for old in plan.OUT.glob(f"sheet-{folder.name}-*.png"):
            old.unlink()
        paths, many = sorted(folder.glob("*.png")), _COLUMNS * _ROWS
        for start in range(0, len(paths), many):
            name = f"sheet-{folder.name}-{start // many + 1:02}.png"
            _sheet(paths[start : start + many]).save(plan.OUT / name)


def _sheet(paths: Sequence[Path]) -> Image.Image:
    size = (_COLUMNS * (_WIDTH + _GAP) + _GAP, _ROWS * (_HEIGHT + _CAPTION + _GAP) + _GAP)
    sheet = Image.new("RGB", size, "#808080")
    pen = ImageDraw.Draw(sheet)
    for place, path in enumerate(paths):
        left = _GAP + place % _COLUMNS * (_WIDTH + _GAP)
        top = _GAP + place // _COLUMNS * (_HEIGHT + _CAPTION + _GAP)
        pen.text((left, top), path.stem, fill="white")
        with Image.open(path) as picture:
            small = picture.convert("RGB")
            small.thumbnail((_WIDTH, _HEIGHT), Image.Resampling.LANCZOS)
            sheet.paste(small, (left, top + _CAPTION))
    return sheet


def illustrate(wish: Wish) -> None:
    """Renews what documents show, as far as it was taken just now."""
    for one in plan.ILLUSTRATIONS:
        if wish.illustrates(one):
            with Image.open(one.source()) as picture:
                sized = picture.convert("RGB")
                sized.thumbnail((_WIDE, _WIDE), Image.Resampling.LANCZOS)
                few = _reduced(sized)
                few.save(plan.IMAGES / one.name, optimize=True)


def _reduced(picture: Image.Image) -> Image.Image:
    """An RGB picture in few colours: its grounds as they are, and what is rare (the verdicts) as near as can be."""
    counts = numpy.unique(numpy.asarray(picture).reshape(-1, 3), axis=0, return_counts=True)
    ground = counts[0][counts[1].argsort()[: -_GROUNDS - 1 : -1]]
    others = picture.quantize(_COLOURS - _GROUNDS, Image.Quantize.MAXCOVERAGE).getpalette() or []
    palette = Image.new("P", (1, 1))
    palette.putpalette([*ground.ravel().tolist(), *others])
    return picture.quantize(palette=palette, dither=Image.Dither.NONE)
