# Stories, titles, publishers, ids, sets and names of files that are made to steer whatever reads a report: through every format,
# nothing of them is more than text there.
. "${0%/*}/common.sh"
esc=$(printf '\033')
bell=$(printf '\007')
override=$(printf '\342\200\256')     # U+202E, which turns the direction of writing
csi=$(printf '\302\233')              # U+009B, an escape sequence's beginning in one character
trap_text="<script>alert(1)</script>'\"><img src=x onerror=alert(2)>]]>--><!-- \`x\` [a](javascript:alert(3)) |x| @everyone %0A::error::x"
dir="=cmd,<b>\"';$esc[2J\$(touch owned)"
mkdir "$dir"
json() { printf '%s' "$1" | sed -e 's/\\/\\\\/g' -e 's/"/\\"/g' -e "s/$esc/\\\\u001b/g" -e "s/$bell/\\\\u0007/g"; }
row() { # row ID AMOUNT
    printf '{"id":"%s","set":"%s","source":"%s","title":"%s","url":"%s","published":"2025-02-05","text":"%s"}\n' \
        "$(json "=HYPERLINK(\"http://x\")$1$trap_text")" "$(json "+set$esc[31m$trap_text")" "$(json "@source$1$esc]0;own$bell$trap_text")" \
        "$(json "국방 예산 $2 $override$csi$trap_text")" "javascript:alert(4)" \
        "$(json "정부는 내년 국방 예산으로 $esc[31m$2을 편성했다고 밝혔다. “$trap_text 예산을 더 늘려야 한다”고 김민수 장관이 말했다. ::error file=a::b 5000억 달러(약 ${3}조 원)를 더 쓴다.$bell$override")\\n::error::x"
}
{ row 1 "657조 원" 730; row 2 "657억 원" 650; row 3 "657조 원" 730; } >"$dir/rows.jsonl"
printf -- '---\ntitle: "%s"\n---\n정부는 내년 국방 예산으로 657억 원을 %s 편성했다. <!-- daejo-ignore none%s: x -->\n' '<b>=1+1</b>' "$esc[5m" "$esc[31m" >"$dir/-x
::error::y$esc[1m.md"
printf '정부는 내년 국방 예산으로 657조 원을 편성했다. %s%s 5000억 달러(약 730조 원)\n' "$bell" "$trap_text" >"$dir/a.txt"

for format in text json html jsonl sarif junit markdown csv github gitlab rdjson baseline; do
    status=0
    "$program" check --format $format "$dir" >out 2>err || status=$?
    [ "$status" = 1 ] || [ "$status" = 2 ] || fail "$format: exit status $status"
    [ -s out ] || fail "$format: nothing was written"
    cp out "got.$format"
    case $format in csv) tr -d '\r' <out >out.bare && mv out.bare out ;; esac
    quiet "$format"
done
for arguments in "extract" "extract --format text --unread" "extract --kinds all" "facts" "check --verbose --color never" "check --lang en"; do
    # shellcheck disable=SC2086 # a command and its options
    "$program" $arguments "$dir" >out 2>err || true
    quiet "$arguments"
done
expect 2 check "none$esc[2J$override"
quiet "a name on the command line"
expect 2 check "--format=$esc[2J" "$dir"
quiet "an option's word"
expect 2 "$esc[2J"
quiet "a command"
expect 2 check --facts "$dir/a.txt" "$dir"
quiet "a sheet"
# a terminal sees the colours of the program and no others
"$program" check --color always "$dir" >out 2>err || true
! grep -q "$esc\[\(2J\|31m“\|5m\|1m\.md\)" out || fail "colours of a story"
sed "s/$esc\[[0-9;]*m//g" out >bare && mv bare out
quiet "colours"
[ ! -e owned ] || fail "a name was run by a shell"

# Web pages and XML: no tag of a story is one.
for format in html junit; do
    ! grep -qF '<script>alert' "got.$format" || fail "$format: a script of a story"
    ! grep -q '<img src=x' "got.$format" || fail "$format: an element of a story"
    ! grep -q 'href="javascript:' "got.$format" || fail "$format: a link that runs"
done
grep -qF '&lt;script&gt;alert(1)' got.html || fail "html: the story's words are there as text"
! sed 's/<!\[CDATA\[//' got.junit | grep -q ']]>' || fail "junit: the end of a section"
# Markdown: no element, no link, no table cell and no name that somebody is called by.
! grep -qE '(^|[^\\&])<(script|img)' got.markdown || fail "markdown: an element of a story"
# behind <details> all is HTML up to an empty line, where brackets are no link
! grep -v '^<details>' got.markdown | grep -qE '(^|[^\\])\[a\]\(javascript' || fail "markdown: a link of a story"
! grep -qE '(^|[^\\A-Za-z`])@everyone' got.markdown || fail "markdown: a name that is called"
# Workflow commands: each begins a line, and only the program's own do.
! grep -q '^::error::x\|^::error file=a' got.github || fail "github: a command of a story"
! grep -vq '^::\(error\|warning\|notice\) ' got.github || ! grep -v '^::\(error\|warning\|notice\) ' got.github | grep -q '::' ||
    fail "github: a line that is no command holds one"
for format in text markdown; do
    ! grep -q '^[[:space:]]*::error' "got.$format" || fail "$format: a line begins like a workflow command"
done
# A cell of a table never begins a formula.
tr -d '\r' <got.csv | grep -qE "(^|,)\"?'[=+@-]" || fail "csv: no cell was guarded"
! tr -d '\r' <got.csv | grep -qE '(^|,)"?[=+@-][^0-9]' || fail "csv: a cell begins a formula"
# JSON: one value, or one a line, as another reader sees it.
if command -v python3 >/dev/null; then
    for format in json sarif gitlab rdjson baseline; do
        python3 -c 'import json, sys; json.load(open(sys.argv[1], encoding="utf-8"))' "got.$format" || fail "$format: no JSON"
    done
    python3 -c 'import json, sys; [json.loads(row) for row in open(sys.argv[1], encoding="utf-8")]' got.jsonl || fail "jsonl: no JSON"
    python3 -c 'import sys, xml.dom.minidom; xml.dom.minidom.parse(sys.argv[1])' got.junit || fail "junit: no XML"
fi
# The commands that tell of rules and configurations show names of files, which may hold anything but NUL and the slash.
odd=$(printf 'a\033[31m\302\233\342\200\256b')
mkdir -p "$odd/ko"
printf "rules:\n  - {id: desk, kind: quantity, pattern: '(?<num>3)꾸러미', examples: [{text: 3꾸러미, value: {low: 3}}]}\n" >"$odd/ko/$odd.yaml"
printf '3꾸러미를 받았다.\n' >"$odd/$odd.txt"
expect 0 rules list --no-config --rules "$odd"
grep -q desk out || fail "rules list has no rule of the folder"
quiet "rules list"
expect 0 rules test --no-config --rules "$odd" --profile "$odd/$odd.txt"
grep -q desk out || fail "rules test --profile has no rule of the folder"
quiet "rules test --profile"
expect 0 init "$odd/$odd.conf"
quiet init
mkdir "$odd.d"
printf 'fail-on: error\n' >"$odd.d/daejo.yaml"
expect 0 config --config "$odd.d/daejo.yaml" --rules "$odd"
grep -q fail-on out || fail "config has no setting of the file"
quiet config
expect 0 explain --config "$odd.d/daejo.yaml" --rules "$odd" unit-slip
quiet explain
finish
