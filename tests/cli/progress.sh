# --quiet, --verbose and the progress line, which stands on a terminal alone and is taken back.
. "${0%/*}/common.sh"
unset NO_COLOR
escape=$(printf '\033')
stories
expect 1 check --quiet set
[ ! -s out ] && [ ! -s err ] || fail "--quiet says something: $(cat out err)"
expect 1 check -q --format text --format json --output report.json set
[ ! -s out ] && [ -s report.json ] || fail "--quiet writes no file, or more"
expect 1 check -q --set-by auto set
[ ! -s err ] || fail "--quiet tells of sets"
expect 2 check --quiet set nothing-here
err_says "nothing-here"
printf '<!-- daejo-ignore unit-slip until 2025-03-31: x -->\n' | cat - set/2.txt >ended
mv ended set/2.txt
expect 1 check --quiet set
[ ! -s err ] || fail "--quiet tells of a suppression that ended"

printf 'fail-on: never\n' >daejo.yaml
expect 0 check --verbose --set-by given set
err_says "configuration: daejo.yaml"
for stage in rules read group extract normalise align check write; do
    grep -Eq "^  $stage +[0-9]+\.[0-9]{3} s" err || fail "--verbose does not tell of '$stage'"
done
grep -Eq '^  read .* 3 stories$' err || fail "--verbose does not count stories"
grep -Eq '^  check .* 1 findings$' err || fail "--verbose does not count findings"
cp out with
expect 0 check set
cmp -s out with || fail "--verbose changes the report"
expect 0 extract --verbose --no-config set
err_says "configuration: none"
! grep -q "$escape" err || fail "a progress line in a file"

# work that lasts, on a terminal, where the system makes one (a bare root may have no pseudo-terminals)
if script -qec true /dev/null </dev/null >/dev/null 2>&1; then
    awk 'BEGIN {
        for (i = 0; i < 40000; i++)
            printf "{\"id\":\"%d\",\"set\":\"%d\",\"text\":\"정부는 내년 국방 예산으로 %d조 원을 편성했다고 4일 밝혔다. 교육 예산은 %d조 원, 복지 예산은 131조 원이다.\"}\n", i, i / 10, i, i + 5
    }' >long.jsonl
    on_terminal() {
        TERM=$1
        export TERM
        shift
        script -qec "'$program' $* --fail-on never --date 2025-02-05 --output /dev/null long.jsonl 2>&1" /dev/null </dev/null >screen || fail "$*: failed"
    }
    on_terminal xterm check
    grep -q "$escape\[K[a-z]*ing: [0-9]* of 40000 stories" screen || fail "no progress line on a terminal: $(head -c 300 screen | cat -v)"
    tail -c 5 screen | grep -q "$escape\[K" || fail "the progress line is left on the screen"
    on_terminal xterm check --quiet
    [ ! -s screen ] || fail "a progress line in spite of --quiet"
    on_terminal dumb check
    [ ! -s screen ] || fail "a progress line on a terminal that cannot take it back"
fi
finish
