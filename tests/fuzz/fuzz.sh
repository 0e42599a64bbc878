#!/bin/sh
# fuzz.sh BUILD TARGET SECONDS WORK: runs a fuzz target of a build with the preset `fuzz` at the lowest priority. What it finds
# goes to the folder WORK: `corpus`, `log`, and a file for each input that broke something.
set -eu
here=$(cd "$(dirname "$0")" && pwd)
build=$1 target=$2 seconds=$3 work=$4
mkdir -p "$work/corpus"
# libFuzzer takes bytes past ASCII as escapes alone
perl -pe 's/([\x80-\xff])/sprintf "\\x%02x", ord $1/ge' "$here/dictionaries/$target" >"$work/dictionary"
exec nice -n 19 "$build/tests/fuzz/fuzz_$target" -max_total_time="$seconds" -timeout=10 -rss_limit_mb=3000 -print_final_stats=1 \
    -dict="$work/dictionary" -artifact_prefix="$work/" "$work/corpus" "$here/seeds/$target" >"$work/log" 2>&1
