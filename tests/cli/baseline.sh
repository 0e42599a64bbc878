# --write-baseline and --baseline: what was told once does not fail again, whatever is edited elsewhere; what is new does.
. "${0%/*}/common.sh"
stories
expect 0 check --write-baseline known.json set
grep -q unit-slip out || fail "the report is not written beside the baseline"
"$program" check --format baseline set >by-format || true
cmp -s by-format known.json || fail "--write-baseline is not the format baseline"
[ "$(grep -c '"fingerprint":"[0-9a-f]\{32\}","check":"unit-slip","set":"set","message":"' known.json)" = 1 ] || fail "no line a finding: $(cat known.json)"
expect 1 check set
expect 0 check --baseline known.json set
grep -q unit-slip out && fail "a known finding is shown as new"
expect 0 check --baseline known.json --format json ./set
grep -q '"suppressed":{"by":"baseline","reason":"","until":null}' out || fail "JSON does not show it as suppressed"

expect 1 check --baseline known.json "$work/set"
err_says "참고: known.json: 기준선의 1건이 하나도 나오지 않았습니다."

# edits elsewhere in the story
printf '앞에 넣은 단락이다. 날씨가 좋다.\n\n하나 더.\n\n' | cat - set/2.txt >longer
mv longer set/2.txt
expect 0 check --baseline known.json --date 2025-02-05 set
[ ! -s err ] || fail "an entry is told as stale: $(cat err)"

# new ones
printf '정부는 교육 예산으로 98억 원을 편성했다고 장관이 말했다.\n' >>set/2.txt
printf '정부는 교육 예산으로 98조 원을 편성했다고 장관이 말했다.\n' >>set/1.txt
printf '정부는 교육 예산으로 98조 원을 편성했다고 장관이 말했다.\n' >>set/3.txt
expect 1 check --baseline known.json set
grep -q '98억' out || fail "what is new is not told"
grep -q '657억 원, ' out && fail "what is known is told again"
# the baseline made anew holds both
expect 0 check --baseline known.json --write-baseline new.json set
[ "$(grep -c '"fingerprint"' new.json)" = 2 ] || fail "the new baseline has not both: $(cat new.json)"
expect 0 check --baseline new.json set
for n in 1 2 3; do "$program" check --write-baseline again.$n.json set >/dev/null; cmp -s again.$n.json again.1.json || fail "a baseline is not stable"; done

# stale entries are told, of what this run looked at alone
cp set/1.txt set/2.txt
expect 0 check --baseline new.json set
err_says "참고: new.json:2:17: 더는 나오지 않습니다: "
err_says "참고: new.json:3:17: 더는 나오지 않습니다: "
expect 0 check --baseline new.json --skip unit-slip --date 2025-02-05 set
[ ! -s err ] || fail "an entry of a check that did not run is told as stale"
mkdir other
cp set/1.txt set/3.txt other/
expect 0 check --baseline new.json --date 2025-02-05 other
[ ! -s err ] || fail "an entry of a set that was not read is told as stale"

# ten of them one by one
mkdir many
for n in 1 2 3 4 5 6 7 8 9 11 12; do printf '이 자리에 %s5000만 명이 왔다.\n\n' $n; done >many/1.txt
expect 0 check --check malformed-number --write-baseline many.json many
printf '이 자리에 3명이 왔다.\n' >many/1.txt
expect 0 check --check malformed-number --baseline many.json many
[ "$(grep -c '더는 나오지 않습니다: ' err)" = 10 ] || fail "not ten stale entries are told one by one: $(cat err)"
err_says "참고: many.json: 더는 나오지 않는 것이 1건 더 있습니다."

# two findings that are alike in all but their places
mkdir twice
printf '이 자리에 25000만 명이 왔다.\n\n날씨가 좋았다.\n\n그 자리에 25000만 명이 왔다.\n' >twice/1.txt
expect 0 check --check malformed-number --write-baseline twice.json twice
[ "$(grep -o '"fingerprint":"[0-9a-f]*"' twice.json | sort -u | wc -l)" = 2 ] || fail "two findings share a fingerprint"
printf '이 자리에 25000만 명이 왔다.\n' >>twice/1.txt
expect 1 check --check malformed-number --baseline twice.json --format json twice
[ "$(grep -o '"suppressed":{"by":"baseline"' out | wc -l)" = 2 ] || fail "not two of three are known"

# what is no baseline
expect 2 check --baseline nothing-here set
err_says "nothing-here"
printf '{"schema":"daejo-baseline/9","findings":[]}\n' >bad.json
expect 2 check --baseline bad.json set
err_says 'bad.json: no baseline: "schema" is not "daejo-baseline/1"'
printf '{"schema":"daejo-baseline/1","findings":[{"check":"unit-slip"}]}\n' >bad.json
expect 2 check --baseline bad.json set
err_says 'finding 1 has no fingerprint, check or set'
printf '{"schema":\n"daejo' >bad.json
expect 2 check --baseline bad.json set
err_says 'bad.json:2:'
expect 0 check --baseline known.json --fail-on never set
finish
