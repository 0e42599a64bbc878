#!/bin/sh
# house.sh RULE TREE [ARCHIVE]: holds one house rule (a *.awk beside this file) on a source tree, or on the objects of an
# archive. Prints what breaks it, a line each; exit 1 where anything does.
set -eu
LC_ALL=C
export LC_ALL
house=$(cd "$(dirname "$0")" && pwd)
rule=$1
cd "$2"
run() { awk -v house="$house" -v is_sample="${IS_SAMPLE:-0}" -v verbose="${VERBOSE:-0}" -f "$house/strip.awk" -f "$house/$rule.awk" "$@"; }

case $rule in
symbols) nm -f sysv "$3" | run ;;
rows) run src/*/*.def src/*/*.c $(find tests rules -type f ! -path 'tests/house/*' ! -name '*.md' \( ! -name '*.[ct]sv' -o -name 'expected.*' \) | sort) ;;
paths) run $(find . -type f ! -name .git ! -path './.git/*' ! -path './build*' ! -name '*.[ct]sv') ;;
thresholds) run rules/checks.yaml src/*/*.c ;;
*) run src/*/*.[ch] ;;
esac
