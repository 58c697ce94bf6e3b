#!/bin/sh
# Unpacks libsep0 (SEP 1.4.1) and libc6 of Debian 13 to a directory, without root and without touching the
# machine's packages. The mirror is the one that this machine's apt uses.
#
# usage: fetch-trixie.sh DIRECTORY
set -eu

directory=$1
apt="$directory/apt"
mkdir -p "$apt/lists/partial" "$apt/cache/archives/partial" "$apt/packages"
apt=$(cd "$apt" && pwd)

trixie() {
    apt-get -q -o Dir::Etc::SourceList="$apt/trixie.sources" -o Dir::Etc::SourceParts=/dev/null \
        -o Dir::State::Lists="$apt/lists" -o Dir::Cache="$apt/cache" -o Debug::NoLocking=1 \
        -o APT::Sandbox::User="$(id -un)" -o Acquire::Languages=none "$@"
}

mirrors=$(apt-get indextargets --format '$(REPO_URI)' | sort -u | grep -E '/debian/?$')
for mirror in $mirrors; do
    cat >"$apt/trixie.sources" <<END
Types: deb
URIs: $mirror
Suites: trixie
Components: main
Signed-By: /usr/share/keyrings/debian-archive-keyring.gpg
END
    if trixie update && (cd "$apt/packages" && trixie download libsep0 libc6); then
        for package in "$apt"/packages/*.deb; do
            dpkg-deb -x "$package" "$directory"
        done
        exit 0
    fi
done
echo "no Debian mirror of this machine's apt gave Debian 13's libsep0 and libc6" >&2
exit 1
