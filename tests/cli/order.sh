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
# two sets are never compared
mkdir other
mv set/2.txt other/
expect 0 check set other
finish
