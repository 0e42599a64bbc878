#!/bin/sh
# run.sh PROGRAM CASE: runs the command of a case once for each of its expected files and compares byte by byte.
# A case is a folder: `arguments` (one line, the command and its arguments; the folder is the working directory),
# expected.FORMAT for each format, `status` (the exit status, 0 where there is no such file), and stories.
# With DAEJO_REWRITE_GOLDEN=1 the expected files and the status are written instead; look at the difference before you commit.
# JSON is kept with a line break between objects, so that differences can be read, and without the program's version.
set -eu
program=$1
folder=$2
cd "$folder"
version=$("$program" version | sed -e 's/.* //' -e 's/\./\\./g')
got=$(mktemp)
trap 'rm -f "$got" "$got.raw"' EXIT
format_option() { [ "$1" = yaml ] || echo "--format $1"; } # of a sheet there is one alone
wanted_status=0
[ ! -f status ] || wanted_status=$(cat status)
# a page without its style and script, which are files of their own
page_alone() { sed -e '/<style>/,/<\/style>/d' -e '/<script>/,/<\/script>/d' -e 's/sha256-[A-Za-z0-9+\/=]*/sha256-…/g' -e "s/daejo $version</daejo …</"; }
# a log without what `daejo explain` says of every rule, which is the same in each
rules_bare() { sed -e 's/"shortDescription":.*"defaultConfiguration"/"…":"…","defaultConfiguration"/'; }
failed=0
for expected in expected.*; do
    format=${expected#expected.}
    status=0
    # shellcheck disable=SC2046 # the line is a list of words
    "$program" $(cat arguments) $(format_option "$format") >"$got.raw" || status=$?
    sed -e 's/},{/},\n{/g' -e 's/\("[a-z]*[vV]ersion":"\)'"$version"'"/\1…"/g' "$got.raw" >"$got"
    [ "$format" != sarif ] || rules_bare <"$got" >"$got.raw"
    [ "$format" != sarif ] || mv "$got.raw" "$got"
    [ "$format" != html ] || page_alone <"$got.raw" >"$got"
    if [ "${DAEJO_REWRITE_GOLDEN:-}" = 1 ]; then
        cp "$got" "$expected"
        if [ "$status" = 0 ]; then rm -f status; else echo "$status" >status; fi
        continue
    fi
    if [ "$status" != "$wanted_status" ]; then
        echo "$folder ($format): exit status $status, expected $wanted_status"
        failed=1
    fi
    if ! cmp -s "$expected" "$got"; then
        echo "$folder ($format): differs from $expected"
        diff "$expected" "$got" || true
        failed=1
    fi
done
exit $failed
