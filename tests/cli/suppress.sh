# Suppressions in stories: for a paragraph or the whole story, with a reason, until a day; in every format of stories.
. "${0%/*}/common.sh"
unset SOURCE_DATE_EPOCH
right='정부는 내년 국방 예산으로 657조 원을 편성했다고 4일 밝혔다.'
slip='정부는 내년 국방 예산으로 657억 원을 편성했다고 4일 밝혔다.'
ignore='<!-- daejo-ignore unit-slip: 확인한 값 -->'
mkdir set
printf '%s\n' "$right" >set/1.txt

# is_suppressed WHAT: the finding is there, is suppressed by the story with its reason, and does not fail
is_suppressed() {
    expect 0 check --format json set
    grep -q '"suppressed":{"by":"story","reason":"확인한 값","until":null}' out || fail "$1: not suppressed"
    grep -q '"error":0,"warning":0,"note":0,"suppressed":1}' out || fail "$1: is counted"
}
is_told() {
    expect 1 check --format json set
    ! grep -q '"suppressed":{' out || fail "$1: suppressed"
}

printf '%s\n' "$slip" >set/2.txt
is_told "no comment"
printf '%s\n%s\n' "$ignore" "$slip" >set/2.txt
is_suppressed "on a line before"
printf '첫 단락.\n\n%s\n\n%s\n' "$ignore" "$slip" >set/2.txt
is_suppressed "before an empty line"
printf '%s %s\n' "$slip" "$ignore" >set/2.txt
is_suppressed "behind the sentence"
printf '%s %s\n' "$ignore" "$slip" >set/2.txt
is_suppressed "before the sentence"
printf '첫 단락. %s\n\n%s\n' "$ignore" "$slip" >set/2.txt
is_told "in another paragraph"
printf '%s\n첫 단락.\n\n%s\n' "$ignore" "$slip" >set/2.txt
is_told "for another paragraph"
printf '<!-- daejo-ignore-story unit-slip:\n     확인한   값 -->\n첫 단락.\n\n%s\n' "$slip" >set/2.txt
is_suppressed "for the story, over two lines"
printf '%s\n' "$ignore" | sed 's/unit-slip/amount-conflict/' >set/2.txt
printf '%s\n' "$slip" >>set/2.txt
is_told "another check"
printf '%s\n' "$ignore" | sed 's/unit-slip/amount-conflict , unit-slip/' >set/2.txt
printf '%s\n' "$slip" >>set/2.txt
is_suppressed "one of two checks"
printf '%s\n%s\n' "$ignore" "$slip" | sed 's/657억/912조/' >set/2.txt
is_told "another check than that of the finding"
sed 's/unit-slip/amount-conflict/' set/2.txt >set/3.txt
mv set/3.txt set/2.txt
is_suppressed "the finding's own check"
rm set/2.txt
printf '# 예산\n\n첫 단락.\n\n%s\n%s\n둘째 줄.\n' "$ignore" "$slip" >set/2.md
is_suppressed "Markdown, for a block"
printf '# 예산\n\n%s\n둘째 줄. %s\n' "$slip" "$ignore" >set/2.md
is_suppressed "Markdown, in another line of the block"
printf '# 예산\n\n첫 단락. %s\n\n%s\n' "$ignore" "$slip" >set/2.md
is_told "Markdown, in another block"
printf '# 예산\n\n`%s`\n\n%s\n' "$ignore" "$slip" >set/2.md
is_told "Markdown, a comment that is shown as code"
rm set/2.md
printf '<html><body><article><h1>예산</h1><p>첫 단락.</p>\n%s\n<p>%s</p></article></body></html>\n' "$ignore" "$slip" >set/2.html
is_suppressed "HTML, before a paragraph"
printf '<html><body><article><h1>예산</h1><p>%s%s</p><p>끝.</p></article></body></html>\n' "$slip" "$ignore" >set/2.html
is_suppressed "HTML, in a paragraph"
printf '<html><body><article><h1>예산</h1><p>첫 단락.%s</p><p>%s</p></article></body></html>\n' "$ignore" "$slip" >set/2.html
is_told "HTML, in another paragraph"
printf '<html><body><article><h1>예산</h1><p>%s\n%s\n<p>끝이라고 했다.</article></body></html>\n' "$slip" "$ignore" >set/2.html
is_suppressed "HTML, in a paragraph without an end tag"
printf '<html><body><article><h1>예산</h1><p>첫 단락.\n%s\n<p>%s</article></body></html>\n' "$ignore" "$slip" >set/2.html
is_told "HTML, in a paragraph without an end tag before it"
printf '<html><body><article><h1>예산</h1><div><p>첫 단락.<p>%s %s</div><p>끝이라고 했다.</article></body></html>\n' "$slip" "$ignore" >set/2.html
is_suppressed "HTML, in a paragraph that ends with what it is in"
rm set/2.html
printf '{"id":"a","text":"%s"}\n{"id":"b","text":"%s\\n%s"}\n' "$right" "$ignore" "$slip" >rows.jsonl
expect 0 check --format json rows.jsonl
grep -q '"reason":"확인한 값"' out || fail "JSON lines: not suppressed"

# its words are no text, and do not move what is around them
printf '가.\n<!-- daejo-ignore unit-slip: 999조 원이 맞다 -->\n%s <!-- daejo-ignore unit-slip: 999조 원 --> 끝.\n' "$slip" >set/2.txt
expect 0 extract set/2.txt
! grep -q 999 out || fail "a comment's figures are extracted"
grep -q '"line":3,"column":16,"text":"657억 원"' out || fail "a comment moves the places: $(cat out)"

# a story's comment on its own figure does not silence what is said of another's
printf '%s\n' "$slip" >set/2.txt
printf '%s\n' "$right" >set/3.txt
printf '%s %s\n' "$right" "$ignore" >set/4.txt
expect 1 check set
err_says "set/4.txt:1:38: 덮어 두는 것이 없습니다: 다른 기사와 어긋나는 곳은 set/2.txt:1:16입니다"

# of two stories at odds either may be the one that is right
for which in 1 2; do
    rm -rf two
    mkdir two
    printf '%s\n' "$slip" >two/1.txt
    printf '%s\n' "$right" >two/2.txt
    expect 1 check two
    printf '%s %s\n' "$(cat two/$which.txt)" "$ignore" >two/$which.txt
    expect 0 check two
done
rm set/3.txt set/4.txt

# what is wrong with one
wrong() {
    printf '%s\n%s\n' "$1" "$slip" >set/2.txt
    expect 2 check set
    err_says "set/2.txt:1:1: $2"
}
wrong '<!-- daejo-ignore unit-slip -->' "a suppression needs a reason"
wrong '<!-- daejo-ignore unit-slip:  -->' "a suppression needs a reason"
wrong '<!-- daejo-ignore : 까닭 -->' "a suppression names its checks"
wrong '<!-- daejo-ignore unit-slop: 까닭 -->' "unknown check 'unit-slop'; did you mean 'unit-slip'?"
wrong '<!-- daejo-ignore unit-slip until 2025-02-30: 까닭 -->' "until '2025-02-30' is not a day"
wrong '<!-- daejo-ignored unit-slip: 까닭 -->' "unknown comment 'daejo-ignored'; did you mean 'daejo-ignore'?"
wrong '<!-- daejo-ignore unit-slip: 까닭' "the comment does not end"
printf '%s\n%s\n' "$slip" "$ignore" >set/2.txt
expect 2 check set
err_says "set/2.txt:2:1: the suppression stands behind the last paragraph"

# until a day: the last on which it holds
printf '<!-- daejo-ignore unit-slip until 2025-03-31: 확인한 값 -->\n%s\n' "$slip" >set/2.txt
SOURCE_DATE_EPOCH=1743465599 expect 0 check set
grep -q '2025-03-31' out || fail "the report does not say until when"
SOURCE_DATE_EPOCH=1743465600 expect 1 check set
err_says "참고: set/2.txt:1:1: 이 덮어 두기는 2025-03-31에 끝나 더는 쓰이지 않습니다"
SOURCE_DATE_EPOCH=1743465600 expect 1 check --lang en set
err_says "note: set/2.txt:1:1: this suppression ended on 2025-03-31 and holds no more"
expect 1 check set
SOURCE_DATE_EPOCH=soon expect 2 check set
err_says "SOURCE_DATE_EPOCH"
finish
