#!/usr/bin/env bash
# Makes .venv in this checkout with everything Factcheck needs, and installs the system packages that are missing.
#   scripts/setup.sh [--screen|--exports|--compiler|--docs]
#     --screen    a virtual screen too (xvfb), and letters for Chinese, for screenshots
#     --exports   programs that open what goes out too: a browser, an office suite, readers of PDF
#     --compiler  a C compiler too, for the simulation of faults
#     --docs      what turns docs/ into pages too
#   PYTHON=/path/to/python          uses this Python rather than the newest that fits
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."

SELF=scripts/setup.sh
STAMP=.venv/setup-stamp
SUPPORTED='(3, 11) <= sys.version_info[:2] <= (3, 14)'

# What Qt loads, and the Debian package it is in: first for any use, then for a window.
QT_LIBRARIES='
libGL.so.1              libgl1
libEGL.so.1             libegl1
libglib-2.0.so.0        libglib2.0-0
libxkbcommon.so.0       libxkbcommon0
libdbus-1.so.3          libdbus-1-3
libfontconfig.so.1      libfontconfig1
libxcb-cursor.so.0      libxcb-cursor0
libxcb-icccm.so.4       libxcb-icccm4
libxcb-keysyms.so.1     libxcb-keysyms1
libxcb-shape.so.0       libxcb-shape0
libxcb-xkb.so.1         libxcb-xkb1
libxkbcommon-x11.so.0   libxkbcommon-x11-0
libwayland-cursor.so.0  libwayland-cursor0
'

# What opens exports, and the Debian package it is in.
EXPORT_PROGRAMS='
/usr/bin/chromium                        chromium
/usr/lib/libreoffice/program/libswlo.so  libreoffice-writer-nogui
/usr/lib/libreoffice/program/libsclo.so  libreoffice-calc-nogui
/usr/bin/qpdf                            qpdf
/usr/bin/pdftotext                       poppler-utils
/usr/bin/unzip                           unzip
'

die() {
    printf 'setup: %s\n' "$*" >&2
    exit 1
}

is_supported() {
    "$1" -c "import sys; sys.exit(not ($SUPPORTED))" >/dev/null 2>&1
}

find_python() {
    local candidate
    if [ -n "${PYTHON:-}" ]; then
        is_supported "$PYTHON" || die "PYTHON=$PYTHON is not a Python 3.11 to 3.14."
        echo "$PYTHON"
        return
    fi
    if [ -f "$STAMP" ] && is_supported .venv/bin/python; then
        echo .venv/bin/python
        return
    fi
    for candidate in python3.14 python3.13 python3.12 python3.11 python3; do
        if is_supported "$candidate"; then
            command -v "$candidate"
            return
        fi
    done
    die "Factcheck needs Python 3.11 to 3.14, and none was found (python3 is $(python3 -V 2>/dev/null || echo missing))."
}

missing_qt_packages() {
    "$1" - "$QT_LIBRARIES" <<'PYTHON'
import ctypes
import sys

for line in sys.argv[1].split("\n"):
    if line.strip():
        library, package = line.split()
        try:
            ctypes.CDLL(library)
        except OSError:
            print(package)
PYTHON
}

missing_packages() {
    local python=$1 version
    if [ "$python" != .venv/bin/python ] && ! "$python" -c 'import ensurepip, venv' 2>/dev/null; then
        version=$("$python" -c 'import sys; print("%d.%d" % sys.version_info[:2])')
        echo "python$version-venv"
    fi
    missing_qt_packages "$python"
    if [ "${WANT_SCREEN:-}" ]; then
        command -v Xvfb >/dev/null || echo xvfb
        command -v xauth >/dev/null || echo xauth
        [ -n "$(find /usr/share/fonts -name 'NotoSansCJK*' -print -quit 2>/dev/null)" ] || echo fonts-noto-cjk
    fi
    if [ "${WANT_EXPORTS:-}" ]; then
        missing_export_packages
    fi
    if [ "${WANT_COMPILER:-}" ] && ! command -v cc >/dev/null; then
        echo gcc
        echo libc6-dev
    fi
}

missing_export_packages() {
    local file package
    while read -r file package; do
        [ -z "$file" ] || [ -e "$file" ] || echo "$package"
    done <<<"$EXPORT_PROGRAMS"
}

# Installs what is named and nothing else; packages that are there keep their version.
apt_install() {
    local said
    local install=(apt-get install -qq -y --no-install-recommends --no-upgrade
        -o Dpkg::Use-Pty=0 -o DPkg::Lock::Timeout=300)
    "${AS_ROOT[@]}" "${install[@]}" "$@" </dev/null >/dev/null 2>&1 && return
    if ! said=$({ "${AS_ROOT[@]}" apt-get update -qq && "${AS_ROOT[@]}" "${install[@]}" "$@"; } </dev/null 2>&1); then
        printf '%s\n' "$said" >&2
        return 1
    fi
}

install_packages() {
    command -v apt-get >/dev/null ||
        die "missing here, by the names of their Debian packages: $*. Please install them and try again."
    if [ "$(id -u)" = 0 ]; then
        AS_ROOT=(env DEBIAN_FRONTEND=noninteractive)
    elif sudo -n true 2>/dev/null; then
        AS_ROOT=(sudo -n env DEBIAN_FRONTEND=noninteractive)
    else
        die "system packages are missing. Please run:  sudo apt-get install -y $*"
    fi
    echo "setup: installing the system packages $*" >&2
    apt_install "$@" || die "these packages could not be installed: $*"
}

stamp() {
    local version
    version=$("$1" -c 'import sys; print("%d.%d" % sys.version_info[:2])')
    printf '%s\n' "$version" "$PWD" "$(sha256sum pyproject.toml constraints.txt "$SELF")"
}

make_environment() {
    local python=$1
    if [ "$python" = .venv/bin/python ]; then
        echo "setup: bringing .venv up to date" >&2
    else
        echo "setup: making .venv with $("$python" -V); this takes a minute or two" >&2
        "$python" -m venv --clear .venv
    fi
    .venv/bin/python -m pip install -qq --disable-pip-version-check --constraint constraints.txt hatchling
    .venv/bin/python -m pip install -qq --disable-pip-version-check --constraint constraints.txt \
        --no-build-isolation --editable '.[dev]'
}

# What one target needs beside the rest (an extra of pyproject.toml), once per state of what is asked for.
add_extra() {
    local stamp=.venv/$1-stamp asked
    asked=$(cat pyproject.toml constraints.txt | sha256sum)
    [ ! -f "$stamp" ] || [ "$asked" != "$(cat "$stamp")" ] || return 0
    .venv/bin/python -m pip install -qq --disable-pip-version-check --constraint constraints.txt \
        --no-build-isolation --editable ".[dev,$1]"
    printf '%s\n' "$asked" >"$stamp"
}

is_current() {
    [ "$1" = .venv/bin/python ] || is_same_version "$1" || return 1
    [ -f "$STAMP" ] && [ "$(stamp .venv/bin/python)" = "$(cat "$STAMP")" ]
}

is_same_version() {
    is_supported .venv/bin/python && [ "$("$1" -V)" = "$(.venv/bin/python -V)" ]
}

main() {
    local python missing packages
    [ "${1:-}" != --screen ] || WANT_SCREEN=1
    [ "${1:-}" != --compiler ] || WANT_COMPILER=1
    [ "${1:-}" != --exports ] || WANT_EXPORTS=1
    [ "${1:-}" != --docs ] || WANT_DOCS=1
    if command -v flock >/dev/null; then # two calls at once would install into each other
        exec 9<"$SELF"
        flock 9
    fi
    python=$(find_python)
    missing=$(missing_packages "$python")
    if [ "$missing" ]; then
        mapfile -t packages <<<"$missing"
        install_packages "${packages[@]}"
    fi
    if ! is_current "$python"; then
        make_environment "$python"
        stamp .venv/bin/python >"$STAMP"
    fi
    if [ "${WANT_EXPORTS:-}" ]; then
        add_extra exports
    fi
    if [ "${WANT_DOCS:-}" ]; then
        add_extra docs
    fi
}

main "$@"
