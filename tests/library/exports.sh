#!/bin/sh
# exports.sh HEADER LIBRARY: every function that the header declares is defined by the library and shown, and nothing else.
set -eu
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
# a declaration begins a line with its type; typedefs of functions do not count
sed -n 's/^[a-z][A-Za-z_ ]*[ *]\(daejo_[a-z_]*\)(.*/\1/p' "$1" | grep -v '^typedef' | sort -u >"$work/declared"
nm -D --defined-only "$2" | sed -n 's/.* [A-Z] //p' | sort -u >"$work/shown"
grep '^typedef' "$1" | sed -n 's/.* \(daejo_[a-z_]*\)(.*/\1/p' | sort -u >"$work/types"
comm -23 "$work/declared" "$work/types" >"$work/functions"
[ "$(wc -l <"$work/functions")" -gt 50 ] || { echo "FAILED: the header's functions are not found"; exit 1; }
diff "$work/functions" "$work/shown" || { echo "FAILED: '<' is declared and not shown, '>' is shown and not declared"; exit 1; }
