"""The window is there before what it does not need for its first picture is loaded."""

import subprocess
import sys

#: Each takes 0.2 s or more to load, or brings something that does.
LATE = ("reportlab", "trafilatura", "numpy", "scipy", "dateparser", "pypdfium2", "fontTools", "lxml")


def test_the_first_picture_waits_for_nothing_that_is_not_in_it() -> None:
    program = "import sys, factcheck.ui.main_window; print(*sorted({name.split('.')[0] for name in sys.modules}))"
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    assert sorted(set(LATE) & set(done.stdout.split())) == []
