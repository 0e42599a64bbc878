#!/bin/sh
# readme.sh TREE DAEJO: what README.md shows is so: the lines of its report are lines of the report that the program makes
# now, in that order (a line of … leaves some out), its rule passes its examples, its commands run, and its configuration and
# comments are read as such.
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

# a desk of a reader's: what its commands name is there
desk=$scratch/desk
mkdir -p "$desk/build" "$desk/my-rules"
ln -s "$daejo" "$desk/build/daejo"
ln -s "$PWD/tests" "$desk/tests"
for folder in stories wire feed; do
    cp -R tests/stories/stargate "$desk/$folder"
done
cp tests/stories/stargate/4-notes.md "$desk/my.md"
mkdir -p "$desk/my-rules/ko"
block "How to write a rule" 1 >"$desk/my-rules/ko/quake.yaml"

# its commands run in their order: they find or do not find something, and nothing is wrong with them
{
    sed -n 's/^ *\(build\/daejo .*\)/\1/p' README.md | sed -e 's/ #.*//' -e 's/ |$//'
    grep -o '`build/daejo [^`]*`' README.md | tr -d '`'
} >"$scratch/commands"
n=0
while read -r command; do
    status=0
    (cd "$desk" && eval "$command") >"$scratch/out" 2>&1 </dev/null || status=$?
    [ $status -le 1 ] || { echo "README.md: '$command' exits with $status:"; cat "$scratch/out"; exit 1; }
    n=$((n + 1))
done <"$scratch/commands"
[ $n -ge 12 ] || { echo "README.md: only $n commands are found"; exit 1; }

# its configuration says what it seems to say
rm -f "$desk/daejo.yaml"
sed -n '/^      checks:/,/^$/s/^      //p' README.md >"$desk/daejo.yaml"
(cd "$desk" && build/daejo config) >"$scratch/config"
for line in 'checks.time-conflict  *off  \[daejo.yaml:2\]' 'checks.name-variant  *note  \[daejo.yaml:3\]' "suppressions.conversion-rate  *the desk's house rate  \[daejo.yaml:5\]"; do
    grep -q "$line" "$scratch/config" || { echo "README.md: its configuration does not say '$line'"; exit 1; }
done

# its comments are read as such: before the last paragraph of a story they are no error
sed -n 's/^ *\(<!-- daejo-ignore.*-->\)/\1/p' README.md >"$scratch/comments"
[ "$(wc -l <"$scratch/comments")" -eq 2 ] || { echo "README.md: its comments are not found"; exit 1; }
printf '\n마지막으로 장관은 예산이 657조 원이라고 했다.\n' | cat "$scratch/comments" - >"$desk/wire/last.txt"
(cd "$desk" && build/daejo check --fail-on never wire) >"$scratch/out" 2>&1 || { cat "$scratch/out"; exit 1; }

# its pipe of programs, where they are there
if command -v jq >/dev/null; then
    sed -n '/--format json stories\/ |$/,/^$/s/^    //p' README.md >"$scratch/pipe"
    (cd "$desk" && sh "$scratch/pipe") >"$scratch/out"
    grep -q '^stories/[^:]*:[0-9]*: ' "$scratch/out" || { echo "README.md: its pipe says nothing"; exit 1; }
fi
