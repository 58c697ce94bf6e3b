#!/bin/sh
# Puts a native library, its digest and its notices where the jar is made from.
#
# usage: provide-library.sh NAME PACKAGE SONAME OUTPUT WORK [LIBRARY]
#   NAME     what the library is called here, for instance sep: the jar gets libNAME.so
#   PACKAGE  the distribution's package, for instance libsep0
#   SONAME   the file wanted from it, for instance libsep.so.0
#   OUTPUT   directory whose content goes to the root of the jar
#   WORK     directory for package lists, if the machine has none
#   LIBRARY  file to take, else the environment's KIRA_NAME_LIBRARY, else a package
#
# Order: the file named; the distribution's package, downloaded without root; the file that is installed.
# A package comes before an installed file because it is the same bytes wherever it is downloaded, checked by
# apt against the distribution's signature, while what lies in /usr/lib may be anybody's build. It is kept in
# the user's cache, by distribution, so that a clean build neither downloads again nor changes its mind;
# remove the file there to have a newer one.
set -eu

name=$1
debian=$2
soname=$3
output=$4
work=$5
variable=KIRA_$(printf '%s' "$name" | tr '[:lower:]' '[:upper:]')_LIBRARY
named=${6:-$(printenv "$variable" || :)}

fail() {
    printf '%s\n' "lib$name for the jar: $1" \
        "Install it (apt-get install $debian), or build with -D$name.library=PATH, or -D$name.skip to make a jar" \
        "that finds lib$name on the machine it runs on." >&2
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
    cp -L "$1" "$output/$platform/lib$name.so"
    chmod 644 "$output/$platform/lib$name.so"
    printf 'version=%s\nsha256=%s\nsource=%s\n' "$2" "$(digest "$1")" "$3" \
        >"$output/$platform/lib$name.properties"
    # The licence texts that a copyright file of Debian refers to; every Debian and Ubuntu has them.
    for text in LGPL-3 GPL-3; do
        if [ -f "/usr/share/common-licenses/$text" ]; then
            cp "/usr/share/common-licenses/$text" "$output/META-INF/licenses/"
        fi
    done
    if [ -f "${4:-}" ]; then
        cp "$4" "$output/META-INF/licenses/$debian-copyright"
    fi
    printf '%s' "$key" >"$output.key"
    echo "lib$name for the jar: $3${2:+ $2}"
}

# Nothing to do if the last build took the same source.
unchanged() {
    [ -f "$output/$platform/lib$name.so" ] && [ "$(cat "$output.key" 2>/dev/null)" = "$key" ]
}

# The copyright file of the package that an unpacked or installed library belongs to.
copyright_beside() {
    for tree in "$(dirname "$1")/../.." /usr; do
        if [ -f "$tree/share/doc/$debian/copyright" ]; then
            echo "$tree/share/doc/$debian/copyright"
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
cache=${XDG_CACHE_HOME:-$HOME/.cache}/kira-mr/lib$name/$distribution-$platform

# apt OPTION... : downloads the package to the current directory, unprivileged or not.
download() {
    apt-get -q -o APT::Sandbox::User="$(id -un)" "$@" download "$debian"
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
    ) >"$work/apt-$name.log" 2>&1 || :
    # One rename, so that builds at the same time do not see half a package.
    for package in "$incoming"/*.deb; do
        if [ -f "$package" ]; then
            mv "$package" "$cache/"
        fi
    done
    rm -rf "$incoming"
}

newest() {
    ls -t "$cache/${debian}"_*.deb 2>/dev/null | head -n 1
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
    tree=$work/package-$name
    rm -rf "$tree"
    dpkg-deb -x "$package" "$tree"
    library=$(find "$tree/usr/lib" -name "$soname" | head -n 1)
    [ -n "$library" ] || fail "$package has no $soname; remove it and build again."
    put "$library" "$(dpkg-deb -f "$package" Version)" \
        "$(dpkg-deb -f "$package" Package) of $distribution" "$tree/usr/share/doc/$debian/copyright"
    exit 0
fi

for library in "/usr/lib/"*"/$soname" "/usr/lib64/$soname" "/usr/lib/$soname" "/usr/local/lib/$soname"; do
    if [ -f "$library" ]; then
        key="installed $(digest "$library")"
        unchanged || put "$library" "" "installed on the build machine" "$(copyright_beside "$library")"
        exit 0
    fi
done
fail "the package $debian could not be downloaded (see $work/apt-$name.log), and none is installed."
