#!/bin/sh
# installed.sh TREE BUILD CMAKE CC GENERATOR: installs into a folder, moves that, and builds the worked example against it as a
# stranger would, by CMake's package, by pkg-config, and with the archive; all must print what example.expected holds.
set -eu
tree=$1 build=$2 cmake=$3 cc=$4 generator=$5
here=$tree/tests/library
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"

"$cmake" --install "$build" --prefix "$work/first" >log 2>&1 || { cat log; exit 1; }
mv first moved
pc=$(find moved -name daejo.pc)
libraries=$work/$(dirname "$(dirname "$pc")")

# holds COMMAND…: it prints what is expected, and says by its status that the draft has an error
holds() {
    status=0
    "$@" >got || status=$?
    [ "$status" = 1 ] || { echo "FAILED: $*: exit status $status, expected 1"; exit 1; }
    diff "$here/example.expected" got || { echo "FAILED: $* prints something else"; exit 1; }
}

"$cmake" -G "$generator" -S "$here/outside" -B by-cmake -DEXAMPLE="$here/example.c" -DCMAKE_PREFIX_PATH="$work/moved" >log 2>&1 || { cat log; exit 1; }
"$cmake" --build by-cmake >log 2>&1 || { cat log; exit 1; }
holds by-cmake/example

flags=$(PKG_CONFIG_PATH=$libraries/pkgconfig pkg-config --cflags --libs daejo)
# shellcheck disable=SC2086 # the flags are a list of words
"$cc" -std=c11 -Wall -Wextra -Wpedantic -Werror -o by-pkg-config "$here/example.c" $flags "-Wl,-rpath,$libraries"
holds ./by-pkg-config

"$cmake" --install "$build" --prefix "$work/moved" --component archive >log 2>&1 || { cat log; exit 1; }
flags=$(PKG_CONFIG_PATH=$libraries/pkgconfig pkg-config --static --cflags --libs daejo | sed 's/-ldaejo/-l:libdaejo.a/')
# names of a program are its own, also where the library calls something by them
echo 'int dj_alloc(void); int dj_alloc(void) { return 1; } int dj_intern = 1;' >names.c
# shellcheck disable=SC2086
"$cc" -std=c11 -o with-archive "$here/example.c" names.c $flags
mv with-archive moved/bin/ # a program's own rules lie where they would for daejo itself
holds moved/bin/with-archive

if python3 -c 'import ctypes' 2>/dev/null; then
    holds python3 "$here/example.py" "$libraries/libdaejo.so.0"
else
    echo "no python3 with ctypes here: the example in Python is not tried"
fi

# the rules are those that were installed with the library, though others lie beside the program
mkdir -p other/bin other/share/daejo
cp -r "$tree/rules" other/share/daejo/rules
mv by-pkg-config other/bin
holds other/bin/by-pkg-config
printf 'rules: [\n' >moved/share/daejo/rules/ko/broken.yaml
status=0
other/bin/by-pkg-config >got 2>&1 || status=$?
[ "$status" = 2 ] || { echo "FAILED: the library reads other rules than those it was installed with"; cat got; exit 1; }
