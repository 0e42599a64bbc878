#!/usr/bin/env bash
# setup.sh: from a bare Debian 12 to a built daejo and its first report.
# setup.sh --install-only: the packages alone, for those who build by themselves.
set -eu
cd "$(dirname "$0")"

packages=(gcc libc6-dev cmake ninja-build pkg-config
          libpcre2-dev libyaml-dev libjson-c-dev libgumbo-dev libutf8proc-dev libcunit1-dev)

case "${1:-}" in
'' | --install-only) ;;
*)
    echo "usage: $0 [--install-only]" >&2
    exit 2
    ;;
esac

missing=()
for package in "${packages[@]}"; do
    if ! dpkg-query --show --showformat='${Status}' "$package" 2>/dev/null | grep -q ' installed$'; then
        missing+=("$package")
    fi
done

# apt says much when all is well; its words are kept for when it is not
quietly() {
    local log
    log=$(mktemp)
    if ! "$@" >"$log" 2>&1; then
        cat "$log" >&2
        rm -f "$log"
        echo "failed: $*" >&2
        exit 1
    fi
    rm -f "$log"
}

if [ ${#missing[@]} -gt 0 ]; then
    if [ "$(id -u)" -ne 0 ]; then
        echo "packages are missing: ${missing[*]}" >&2
        echo "install them with: sudo $0 --install-only" >&2
        exit 1
    fi
    echo "installing ${missing[*]}"
    export DEBIAN_FRONTEND=noninteractive
    quietly apt-get -o Acquire::Retries=3 update
    quietly apt-get -o Acquire::Retries=3 -o Dpkg::Use-Pty=0 install --yes --no-install-recommends "${missing[@]}"
fi
if [ "${1:-}" = --install-only ]; then
    exit 0
fi

echo "building"
quietly cmake --preset default
quietly cmake --build --preset default

echo "build/daejo check tests/stories/stargate"
status=0
build/daejo check tests/stories/stargate || status=$?
if [ $status -gt 1 ]; then # 1: it found something, as it should in these stories
    exit $status
fi
