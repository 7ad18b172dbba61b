#!/usr/bin/env bash
# Runs `make run` and `make test` on the last commit in a bare Debian: nothing there but git, make and python3.
#   scripts/chroot-test.sh [--keep] [TARGET...]     TARGET: what to make instead of "run test"
#   SUITE=trixie    another release than bookworm (Debian 12)
#   MIRROR=URL      another mirror than this machine's
# Needs root and debootstrap. This machine's way to its package registries (certificates, pip's settings, proxies)
# is passed on, and nothing else of it.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."

SUITE=${SUITE:-bookworm}
PACKAGES=git,make,python3,ca-certificates

die() {
    printf 'chroot-test: %s\n' "$*" >&2
    exit 1
}

host_mirror() {
    local files=(/etc/apt/sources.list /etc/apt/sources.list.d/*)
    cat "${files[@]}" 2>/dev/null | grep -v '^#' | grep -oE 'https?://[^ ]+/debian/?( |$)' | head -n 1 | tr -d ' ' || true
}

copy_in() {
    local path
    for path in "$@"; do
        if [ -e "$path" ]; then
            mkdir -p "$ROOT/$(dirname "$path")"
            cp -a "$path" "$ROOT/$(dirname "$path")/"
        fi
    done
}

pass_on_network() {
    local apt_files
    copy_in /etc/resolv.conf /etc/hosts /etc/pip.conf /etc/xdg/pip "$HOME/.config/pip" /usr/local/share/ca-certificates
    mapfile -t apt_files < <(grep -lsriE 'proxy|cainfo' /etc/apt/apt.conf.d)
    copy_in "${apt_files[@]}"
    chroot "$ROOT" update-ca-certificates >/dev/null 2>&1
    mapfile -t NETWORK < <(env | grep -iE '^(PIP_|[a-z]+_proxy=|SSL_CERT_|REQUESTS_CA_BUNDLE=)' || true)
}

inside() {
    chroot "$ROOT" /usr/bin/env -i HOME=/root LANG=C.UTF-8 PATH=/usr/sbin:/usr/bin:/sbin:/bin \
        "${NETWORK[@]}" "$@" </dev/null
}

unmount() {
    umount "$ROOT/dev/shm" "$ROOT/proc" 2>/dev/null || true
}

clean_up() {
    unmount
    if [ "$KEEP" ]; then
        echo "chroot-test: kept $ROOT"
    else
        rm -rf --one-file-system "$ROOT"
    fi
}

main() {
    KEEP=
    if [ "${1:-}" = --keep ]; then
        KEEP=1
        shift
    fi
    [ "$#" -gt 0 ] || set -- run test
    local target
    [ "$(id -u)" = 0 ] || die "please run it as root"
    command -v debootstrap >/dev/null || die "please install debootstrap"
    MIRROR=${MIRROR:-$(host_mirror)}
    [ "$MIRROR" ] || die "no Debian mirror in this machine's apt sources; please name one: MIRROR=…"

    ROOT=$(mktemp -d "${TMPDIR:-/var/tmp}/factcheck-chroot.XXXXXX")
    trap clean_up EXIT
    chmod 755 "$ROOT"
    echo "chroot-test: $SUITE in $ROOT"
    debootstrap --variant=minbase --include="$PACKAGES" "$SUITE" "$ROOT" "$MIRROR" >"$ROOT.log" 2>&1 ||
        die "debootstrap failed; its words are in $ROOT.log"
    rm -f "$ROOT.log"
    mount -t proc proc "$ROOT/proc" || true
    mkdir -p "$ROOT/dev/shm"
    mount -t tmpfs tmpfs "$ROOT/dev/shm" || true
    pass_on_network

    git clone --quiet --no-local . "$ROOT/srv/factcheck"
    inside git config --global --add safe.directory /srv/factcheck
    for target in "$@" "$@"; do # the second round shows what a second time costs
        echo "chroot-test: make $target"
        SECONDS=0
        inside env --chdir=/srv/factcheck make "$target"
        echo "chroot-test: make $target took $SECONDS s"
    done
}

main "$@"
