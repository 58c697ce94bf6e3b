#!/bin/sh
# Puts libsep, its digest and its notices where the jar is made from.
#
# usage: provide-libsep.sh OUTPUT WORK [LIBRARY]
#   OUTPUT   directory whose content goes to the root of the jar
#   WORK     directory for package lists, if the machine has none
#   LIBRARY  file to take, else the environment's KIRA_SEP_LIBRARY, else a package
#
# Order: the file named; the distribution's package libsep0, downloaded without root; the file that is installed.
# A package comes before an installed file because it is the same bytes wherever it is downloaded, checked by
# apt against the distribution's signature, while what lies in /usr/lib may be anybody's build. It is kept in
# the user's cache, by distribution, so that a clean build neither downloads again nor changes its mind;
# remove the file there to have a newer one.
set -eu

output=$1
work=$2
named=${3:-${KIRA_SEP_LIBRARY:-}}

fail() {
    printf '%s\n' "libsep for the jar: $1" \
        "Install it (apt-get install libsep0), or build with -Dsep.library=PATH, or -Dsep.skip to make a jar" \
        "that finds libsep on the machine it runs on." >&2
    exit 1
}

case $(uname -s)-$(uname -m) in
Linux-x86_64) platform=linux-x86-64 ;;
Linux-aarch64) platform=linux-aarch64 ;;
*) fail "no package is known for $(uname -s) on $(uname -m)." ;;
esac

digest() {
    sha256sum "$1" | cut -d ' ' -f 1
}

# put LIBRARY VERSION SOURCE [COPYRIGHT]
put() {
    rm -rf "$output"
    mkdir -p "$output/$platform" "$output/META-INF/licenses"
    cp -L "$1" "$output/$platform/libsep.so"
    chmod 644 "$output/$platform/libsep.so"
    printf 'version=%s\nsha256=%s\nsource=%s\n' "$2" "$(digest "$1")" "$3" \
        >"$output/$platform/libsep.properties"
    # The licence texts that a copyright file of Debian refers to; every Debian and Ubuntu has them.
    for text in LGPL-3 GPL-3; do
        if [ -f "/usr/share/common-licenses/$text" ]; then
            cp "/usr/share/common-licenses/$text" "$output/META-INF/licenses/"
        fi
    done
    if [ -f "${4:-}" ]; then
        cp "$4" "$output/META-INF/licenses/libsep0-copyright"
    fi
    printf '%s' "$key" >"$output.key"
    echo "libsep for the jar: $3${2:+ $2}"
}

# Nothing to do if the last build took the same source.
unchanged() {
    [ -f "$output/$platform/libsep.so" ] && [ "$(cat "$output.key" 2>/dev/null)" = "$key" ]
}

# The copyright file of the package that an unpacked or installed library belongs to.
copyright_beside() {
    for tree in "$(dirname "$1")/../.." /usr; do
        if [ -f "$tree/share/doc/libsep0/copyright" ]; then
            echo "$tree/share/doc/libsep0/copyright"
            return
        fi
    done
}

if [ -n "$named" ]; then
    [ -f "$named" ] || fail "$named is not a file."
    key="named $(digest "$named")"
    unchanged || put "$named" "" "named by the builder" "$(copyright_beside "$named")"
    exit 0
fi

distribution=$(. /etc/os-release 2>/dev/null && echo "${ID:-linux}-${VERSION_ID:-}" || echo linux)
cache=${XDG_CACHE_HOME:-$HOME/.cache}/kira-mr/libsep/$distribution-$platform

# apt OPTION... : downloads the package to the current directory, unprivileged or not.
download() {
    apt-get -q -o APT::Sandbox::User="$(id -un)" "$@" download libsep0
}

fetch() {
    command -v apt-get >/dev/null && command -v dpkg-deb >/dev/null || return 1
    mkdir -p "$cache" "$work/lists/partial" "$work/cache/archives/partial"
    incoming=$(mktemp -d "$cache/incoming.XXXXXX")
    # The machine's own package lists, if it has some that are not stale; else fresh ones that need no root.
    (
        cd "$incoming"
        set -- -o Dir::State::Lists="$work/lists" -o Dir::Cache="$work/cache" -o Debug::NoLocking=1
        download || {
            apt-get -q -o APT::Sandbox::User="$(id -un)" -o Acquire::Languages=none "$@" update &&
                download "$@"
        }
    ) >"$work/apt.log" 2>&1 || :
    # One rename, so that builds at the same time do not see half a package.
    for package in "$incoming"/*.deb; do
        if [ -f "$package" ]; then
            mv "$package" "$cache/"
        fi
    done
    rm -rf "$incoming"
}

newest() {
    ls -t "$cache"/libsep0_*.deb 2>/dev/null | head -n 1
}

mkdir -p "$work"
work=$(cd "$work" && pwd)
package=$(newest)
if [ -z "$package" ]; then
    fetch || :
    package=$(newest)
fi

if [ -n "$package" ]; then
    key="package $(basename "$package")"
    unchanged && exit 0
    rm -rf "$work/package"
    dpkg-deb -x "$package" "$work/package"
    library=$(find "$work/package/usr/lib" -name libsep.so.0 | head -n 1)
    [ -n "$library" ] || fail "$package has no libsep.so.0; remove it and build again."
    put "$library" "$(dpkg-deb -f "$package" Version)" \
        "$(dpkg-deb -f "$package" Package) of $distribution" "$work/package/usr/share/doc/libsep0/copyright"
    exit 0
fi

for library in /usr/lib/*/libsep.so.0 /usr/lib64/libsep.so.0 /usr/lib/libsep.so.0 /usr/local/lib/libsep.so.0; do
    if [ -f "$library" ]; then
        key="installed $(digest "$library")"
        unchanged || put "$library" "" "installed on the build machine" "$(copyright_beside "$library")"
        exit 0
    fi
done
fail "the package libsep0 could not be downloaded (see $work/apt.log), and none is installed."
