#!/bin/sh
# readme.sh TREE DAEJO: what README.md shows is so: the lines of its report are lines of the report that the program makes
# now, in that order (a line of … leaves some out), and its rule passes its examples.
set -eu
LC_ALL=C
export LC_ALL
daejo=$2
cd "$1"
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT

# the N-th indented block behind a heading
block() {
    awk -v heading="## $1" -v nth="$2" '
        /^## / { is_here = $0 == heading; n = is_in = 0; next }
        is_here && /^    / { n += !is_in; is_in = 1; if (n == nth) print substr($0, 5); next }
        is_here && is_in && $0 == "" { if (n == nth) print ""; next }
        { is_in = 0 }' README.md
}

block "What a report looks like" 1 >"$scratch/shown"
status=0
"$daejo" check tests/stories/stargate >"$scratch/report" || status=$?
[ $status -eq 1 ] || { echo "README.md: check of the stories exits with $status"; exit 1; }
awk '
    NR == FNR { line[++n] = $0; next }
    $0 == "" || $0 ~ /^ *…$/ { next }
    {
        do i++; while (i <= n && line[i] != $0)
        if (i > n) {
            print "README.md: the report has no such line, or not here: " $0
            exit 1
        }
        n_shown++
    }
    END { if (n_shown < 5) { print "README.md: shows no report"; exit 1 } }' "$scratch/report" "$scratch/shown"

mkdir -p "$scratch/rules/ko"
block "How to write a rule" 1 >"$scratch/rules/ko/own.yaml"
grep -q 'id:' "$scratch/rules/ko/own.yaml" || { echo "README.md: shows no rule"; exit 1; }
"$daejo" rules test --rules "$scratch/rules" >"$scratch/out" 2>&1 || { cat "$scratch/out"; exit 1; }
sed -i 's/low: [0-9]*/low: 77/' "$scratch/rules/ko/own.yaml"
# and is really run
if "$daejo" rules test --rules "$scratch/rules" >"$scratch/out" 2>&1; then
    echo "README.md: its rule was not run"
    exit 1
fi
