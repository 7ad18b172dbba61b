"""What an empty field asks for is seen whole."""

from PySide6.QtWidgets import QLineEdit

#: Pixels of a field around its words, and of an icon in it.
_AROUND, _ICON = 32, 24


def leave_room(field: QLineEdit, icons: int = 0) -> int:
    """Lets a field be no narrower than what it asks for, beside so many icons; how wide that is."""
    wide = field.fontMetrics().horizontalAdvance(field.placeholderText()) + _AROUND + icons * _ICON
    field.setMinimumWidth(wide)
    return wide
