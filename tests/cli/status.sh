# Exit statuses: 0 clean, 1 findings, 2 where the job was not done; never clean when nothing ran.
. "${0%/*}/common.sh"
stories
expect 1 check set
expect 0 check --fail-on never set
expect 1 check --fail-on error set
expect 0 check --skip unit-slip,amount-conflict set
expect 1 check --check unit-slip set
expect 0 check --check weekday-mismatch set
expect 0 check set/1.txt set/3.txt
expect 2 check nothing-here
err_says "no story could be read"
expect 1 check set/1.txt set/2.txt
expect 2 check set/1.txt set/2.txt nothing-here
err_says "nothing-here"
grep -q "unit-slip" out || fail "what could be read was not checked"
printf '봄이 왔다. 꽃이 핀다.\n' >plain.txt
expect 2 check plain.txt
err_says "nothing could be extracted"
[ ! -s out ] || fail "a report although nothing could be extracted"
expect 2 extract plain.txt
mkdir empty
expect 2 check empty
err_says "no story could be read"
mkdir bad bad/ko
printf 'rules:\n  - id: x\n    kind: money\n    patern: "1"\n' >bad/ko/bad.yaml
expect 2 check --rules bad set
err_says "bad/ko/bad.yaml:4"
expect 2 rules list --rules bad
expect 0 rules test
expect 0 extract set
"$program" check - <set/1.txt >out 2>err || fail "standard input"
expect 2 check --rates nothing-here set
err_says "--rates 'nothing-here' holds no rates"
printf 'Date,USD,KRW,\n2025-02-04,1.03,1500,\n' >rates.csv
expect 1 check --rates rates.csv set
printf '{"id":"a","text":"국방 예산으로 657조 원을 편성했다"}\n{oops\n' >rows.jsonl
expect 2 check rows.jsonl
err_says "rows.jsonl:2"
cp rows.jsonl rows.txt
expect 2 check --input-format jsonl rows.txt
err_says "rows.txt:2"
expect 0 check --input-format text set/1.txt
err_says "참고: 한 묶음에 든 기사가 둘 이상인 곳이 없어"
expect 0 check --lang en --input-format text set/1.txt
err_says "note: no two stories are of one set, so each was held against itself alone"
# what stories lack without which less can be compared
expect 1 check --lang en set
err_says "note: set/1.txt:1:5: '내년': no day of publication was found for 3 of the stories, so 6 of their dates are not resolved"
mkdir blank
cp set/1.txt blank
: >blank/a.txt
expect 0 check --lang en --date 2025-02-05 blank
err_says "note: blank/a.txt: holds no text"
! grep -q "day of publication" err || fail "dated stories are told to lack a day: $(cat err)"
printf ' \n' >blank/b.txt
expect 0 check --lang en --date 2025-02-05 blank
err_says "note: blank/a.txt: 2 stories hold no text; this is the first"
expect 0 check --quiet set/1.txt
[ ! -s err ] || fail "--quiet tells of stories that stand alone"
expect 1 check --date 2025-02-05 set
[ ! -s err ] || fail "stories of one set are told to stand alone: $(cat err)"
mkdir none
expect 2 check none
err_says "no story could be read; of a folder, only files are read whose names end in .txt, .md, .html or .jsonl"
expect 0 version
finish
