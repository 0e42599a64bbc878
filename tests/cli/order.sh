# Equal input gives equal output, whatever the order of arguments, the locale and the time zone.
. "${0%/*}/common.sh"
stories
for format in text json; do
    "$program" check --format $format set/1.txt set/2.txt set/3.txt >first || true
    "$program" check --format $format set/3.txt set/1.txt set/2.txt >second || true
    cmp -s first second || fail "$format: the order of arguments shows"
    "$program" check --format $format set/1.txt set/2.txt set/3.txt set/2.txt >second || true
    cmp -s first second || fail "$format: a story given twice counts twice"
    for locale in C C.UTF-8 ko_KR.UTF-8 de_DE.UTF-8 tr_TR.UTF-8; do
        LC_ALL=$locale TZ=Pacific/Kiritimati "$program" check --format $format set/1.txt set/2.txt set/3.txt >second 2>/dev/null || true
        cmp -s first second || fail "$format: locale $locale or the time zone shows"
    done
    COLUMNS=40 "$program" check --format $format set/1.txt set/2.txt set/3.txt >second || true
    cmp -s first second || fail "$format: COLUMNS shows where there is no terminal"
done
"$program" extract set >first
"$program" extract set/3.txt set/2.txt set/1.txt >second
[ -s first ] || fail "no mentions"
[ "$(wc -l <first)" = "$(wc -l <second)" ] || fail "a directory and its files give different mentions"
# many sets, whoever works on them and however they come in
i=0
while [ $i -lt 12 ]; do
    for story in 1 2 3; do
        printf '{"id":"%d-%d","set":"s%d","source":"%d","published":"2025-02-05","text":"정부는 %d번 사업의 예산으로 65%d%s 원을 편성했다고 4일 밝혔다. [깨진 꺽쇠"}\n' \
            $i $story $((i % 5)) $story $i $i "$([ $story = 2 ] && echo 억 || echo 조)" >>many.jsonl
    done
    i=$((i + 1))
done
for format in text json html sarif; do
    "$program" check --format $format --threads 1 many.jsonl >first 2>first.err || true
    for threads in 2 8; do
        "$program" check --format $format --threads $threads many.jsonl >second 2>second.err || true
        cmp -s first second && cmp -s first.err second.err || fail "$format: the number of threads shows"
    done
done
"$program" extract -j 1 many.jsonl >first
"$program" extract -j 8 --input-format jsonl - <many.jsonl | sed 's|"path":"-"|"path":"many.jsonl"|' >second
cmp -s first second || fail "standard input or a file, and threads: extract differs"
# rows that are read again from the file when their set is due, and rows that were held: a byte order mark, no
# end of the last line, sets that are no neighbours, lines that are no rows
{ cat many.jsonl; printf '{"id":1}\nno row\n'; printf '%s' "$(head -n 1 many.jsonl | sed 's/"s0"/"s9"/')"; } >again.jsonl
{ printf '\357\273\277'; cat again.jsonl; } >marked.jsonl
for file in again marked; do
    for format in text json junit jsonl; do
        "$program" check --format $format $file.jsonl 2>first.err | sed "s|$file.jsonl|-|g" >first
        "$program" check --format $format --input-format jsonl - <$file.jsonl >second 2>second.err || true
        cmp -s first second || fail "$file, $format: standard input or a file: the report differs"
        sed "s|$file.jsonl|-|g" first.err | cmp -s - second.err || fail "$file, $format: standard input or a file: the problems differ"
    done
done
for wrong in 0 -1 two 1000 '' 2x; do
    expect 2 check --threads "$wrong" many.jsonl
    err_says "--threads is a number from 1 to 256, not '$wrong'"
done
# two sets are never compared
mkdir other
mv set/2.txt other/
expect 0 check set other
finish
