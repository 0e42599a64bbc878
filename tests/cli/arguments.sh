# Options and commands: what is unknown is told with what was meant, and help lists every option of the table.
. "${0%/*}/common.sh"
expect 2
err_says "no command"
expect 2 chekc
err_says "did you mean 'check'?"
expect 2 zzzzzz
err_says "see 'daejo --help'"
expect 2 check --formt json x.txt
err_says "unknown option '--formt'; did you mean '--format'?"
expect 2 check --format xml x.txt
err_says "unknown format 'xml'"
expect 2 check --format jsn x.txt
err_says "did you mean 'json'?"
expect 2 check --format text --format json x.txt
err_says "several reports for standard output"
expect 2 check -Q x.txt
err_says "unknown option '-Q'"
expect 2 check --output
err_says "needs an argument"
expect 2 extract --unread=yes x.txt
err_says "takes no argument"
expect 2 check
err_says "no story given"
expect 2 check --date 2025-02-30 x.txt
err_says "--date is a day"
expect 2 rules
err_says "rules wants test or list"
expect 2 rules lst
err_says "did you mean 'list'?"
expect 2 help chekc
err_says "did you mean 'check'?"
# in the language of --lang, wherever it stands
expect 2 chekc --lang ko
err_says "모르는 명령 'chekc': 'check'입니까?"
expect 2 check --formt json --lang=ko
err_says "모르는 옵션 '--formt': '--format'입니까?"
expect 2 check --fail-on never --lang ko
err_says "읽을 기사를 주지 않았습니다"
expect 2 check --lang fr
err_says "--lang is one of ko|en, not 'fr'"
expect 2 check -- --lang ko
err_says "no story could be read"
keys=$(grep -oh '"\(usage\|trouble\|note\|remark\)-[a-z.-]*"' "$tree"/src/*/*.c | tr -d '"' | grep -v '^usage-unknown-$' | sort -u)
[ "$(echo "$keys" | wc -l)" -ge 30 ] || fail "the keys of messages were not found in the sources"
for key in $keys; do
    for language in ko en; do
        grep -q "^  $key: " "$tree/rules/$language/program.yaml" || fail "rules/$language has no message '$key'"
    done
done
stories
expect 2 check --check unit-slop set
err_says "did you mean 'unit-slip'?"
expect 2 check --skip unit-slip,nonsense set
err_says "unknown check 'nonsense'"
expect 2 extract --kinds money,honey set
err_says "unknown kind 'honey'; did you mean 'money'?"
expect 2 extract --kinds money,rainbow set
err_says "unknown kind 'rainbow'; it is one of money, percent, quantity, "
expect 1 check --output report.html --output report.md --output report.json --output report.out set
grep -q '^<!DOCTYPE html>' report.html || fail "a file's name does not choose its format: html"
grep -q '^### ' report.md || fail "a file's name does not choose its format: md"
grep -q '"schema":"daejo-report/1"' report.json || fail "a file's name does not choose its format: json"
grep -q '(unit-slip)' report.out || fail "a name that says nothing has not the first format"
expect 1 check --format text --output report.json set
grep -q '(unit-slip)' report.json || fail "--format does not hold over the name of the file"
expect 0 --version
grep -Eq '^daejo [0-9]+\.[0-9]+\.[0-9]+$' out || fail "--version prints $(cat out)"
expect 0 --help
commands=$(sed -n 's/^DJ_COMMAND([A-Z]*, \([a-z]*\),.*/\1/p' "$tree/src/cli/commands.def")
[ "$(echo "$commands" | wc -l)" -ge 9 ] || fail "the table of commands was not read"
for command in $commands; do
    grep -q "^  $command" out || fail "help does not list $command"
done
for command in $commands; do
    expect 0 "$command" --help
    grep -q "^example:" out || fail "$command --help has no example"
    "$program" help "$command" | cmp -s - out || fail "daejo help $command is not daejo $command --help"
done
# every row of the table stands in the help of each command it belongs to
sed -n 's/^DJ_OPTION([A-Z_]*, \([A-Z| ]*\), "\([a-z-]*\)".*/\2 \1/p' "$tree/src/cli/options.def" >rows
while read -r name takers; do
    [ "$takers" != ALL ] || takers=$commands
    for command in $(echo "$takers" | tr -d '|' | tr 'A-Z' 'a-z'); do
        "$program" "$command" --help | grep -E -- "--$name( |$)" >row || fail "$command --help does not list --$name"
    done
done <rows
[ "$(wc -l <rows)" -ge 10 ] || fail "the table of options was not read"
finish
