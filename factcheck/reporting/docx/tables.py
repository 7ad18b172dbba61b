"""Tables: heads on every page, widths as they are told."""

from collections.abc import Iterator, Sequence

from factcheck.reporting.docx.parts import Element, element
from factcheck.reporting.tidying import tidy


def table(
    style: str, label: str, widths: Sequence[int], heads: list[list[Element]], rows: Iterator[list[list[Element]]]
) -> Element:
    """A table whose first row heads it, on each page anew; the label is heard by who does not see it."""
    form = element(
        "tblPr",
        element("tblStyle", val=style),
        element("tblW", w=str(sum(widths)), type="dxa"),
        element("tblLayout", type="fixed"),
        element(
            "tblLook", val="0020", firstRow="1", lastRow="0", firstColumn="0", lastColumn="0", noHBand="1", noVBand="1"
        ),
        element("tblCaption", val=tidy(label)[:250]),
    )
    grid = element("tblGrid", *(element("gridCol", w=str(width)) for width in widths))
    head = _table_row(heads, widths, element("cantSplit"), element("tblHeader"))
    whole = () if style == "Sides" else ("cantSplit",)  # long quotes go over pages
    made = (_table_row(cells, widths, *(element(tag) for tag in whole)) for cells in rows)
    return element("tbl", form, grid, head, *made)


def _table_row(cells: list[list[Element]], widths: Sequence[int], *form: Element) -> Element:
    made = (
        element("tc", element("tcPr", element("tcW", w=str(width), type="dxa")), *cell)
        for cell, width in zip(cells, widths, strict=True)
    )
    return element("tr", element("trPr", *form), *made) if form else element("tr", *made)
