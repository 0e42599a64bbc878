# Every check is explained in both languages, and its example is one: run, it makes that check speak.
. "${0%/*}/common.sh"
expect 0 explain
n=$(wc -l <out)
[ "$n" = "$(grep -c '^DJ_CHECK(' "$tree/src/check/checks.def")" ] || fail "explain lists $n checks"
cut -d' ' -f1 out >ids
while read -r id; do
    for lang in en ko; do
        "$program" explain --lang $lang "$id" >text
        rm -rf example
        mkdir example
        for story in 1 2 3; do
            sed -n "s/^  $story>\( \|\$\)//p" text >example/$story.txt
            [ -s example/$story.txt ] || rm example/$story.txt
        done
        set --
        for part in draft facts; do
            sed -n "s/^  $part>\( \|\$\)//p" text >$part
            [ ! -s $part ] || set -- "$@" --$part $part
        done
        [ -s example/1.txt ] || { fail "$id ($lang): no example"; continue; }
        status=0
        "$program" check --check "$id" --date 2025-02-05 --fail-on note "$@" example >out 2>err || status=$?
        [ "$status" = 1 ] || fail "$id ($lang): the example gives exit status $status"
    done
done <ids
# what is in force, and who says so
printf 'checks:\n  conversion-rate: {severity: note, error: 0.2}\n  unit-slip: off\n' >daejo.yaml
expect 0 explain conversion-rate unit-slip
for line in 'checks.conversion-rate           note  [daejo.yaml:2]' 'checks.conversion-rate.error     0.2  [daejo.yaml:2]' \
    'checks.unit-slip                 off  [daejo.yaml:3]'; do
    grep -qxF "$line" out || fail "explain does not say: $line"
done
grep -q '^checks\.conversion\.days  *120  \[.*checks\.yaml:[0-9]*\]$' out || fail "a shared threshold is not told"
! grep -q '^checks\.name-variant' out || fail "thresholds of other checks are told"
expect 0 explain --no-config unit-slip
grep -qxF 'checks.unit-slip                 error  [default]' out || fail "the default severity is not told"
rm daejo.yaml
expect 2 explain nonsense
err_says "unknown check 'nonsense'"
finish
