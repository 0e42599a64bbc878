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
expect 2 explain nonsense
err_says "unknown check 'nonsense'"
finish
