# Each limit of src/base/limits.h is reached, and the error names it; the last lines hold that none is left out.
. "${0%/*}/common.sh"
stories
# says LIMIT MESSAGE: the last program's stderr, on behalf of that limit; its value is in the message
says() {
    echo "$1" >>reached
    err_says "$2"
}
repeat() { awk -v text="$1" -v n="$2" 'BEGIN { for (i = 0; i < n; i++) printf "%s", text }'; }
# huge FILE BYTES: a file with a hole for all but its end
huge() {
    mkdir -p "$(dirname "$1")"
    dd if=/dev/null of="$1" bs=1 count=0 seek="$2" 2>/dev/null
}
rule() { # rule FOLDER PATTERN PART…: a folder of rules with one rule and those parts
    mkdir -p "$1/ko"
    printf "rules:\n  - {id: desk, kind: quantity, pattern: '%s', examples: [{text: 3명, value: {low: 3}}]}\n" "$2" >"$1/ko/r.yaml"
}

# files
huge large.txt 268435457
expect 2 check large.txt
says DJ_LIMIT_STORY_FILE "large.txt: larger than 268435456 bytes, the most that is read"
huge large.jsonl 268435457
expect 2 check large.jsonl
err_says "large.jsonl: larger than 268435456 bytes"
huge rules/ko/r.yaml 16777217
expect 2 check --rules rules set
says DJ_LIMIT_RULE_FILE "r.yaml: larger than 16777216 bytes"
huge rates.csv 33554433
expect 2 check --rates rates.csv set
says DJ_LIMIT_RATES_FILE "rates.csv: larger than 33554432 bytes"
huge words/ko/frequencies.tsv 67108865
expect 2 check --rules words set
says DJ_LIMIT_FREQUENCY_FILE "frequencies.tsv: larger than 67108864 bytes"
huge facts.yaml 16777217
expect 2 check --facts facts.yaml set
says DJ_LIMIT_SHEET_FILE "facts.yaml: larger than 16777216 bytes"
huge known.json 67108865
expect 2 check --baseline known.json set
says DJ_LIMIT_BASELINE_FILE "known.json: larger than 67108864 bytes"
huge config.yaml 1048577
expect 2 check --config config.yaml set
says DJ_LIMIT_CONFIG_FILE "config.yaml: larger than 1048576 bytes"
deep=folders/$(repeat d/ 33)
mkdir -p "$deep"
cp set/1.txt folders/d/
expect 2 check folders
says DJ_LIMIT_FOLDERS "nested deeper than 32 folders"

# nesting
{ printf 'facts: '; repeat '[' 65; repeat ']' 65; echo; } >deep.yaml
expect 2 check --facts deep.yaml set
says DJ_LIMIT_YAML_DEPTH "nested deeper than 64 levels"
{ printf '{"id":"a","text":"국방 예산 5조 원","n":'; repeat '[' 65; repeat ']' 65; echo '}'; } >deep.jsonl
expect 2 check deep.jsonl
says DJ_LIMIT_JSON_DEPTH "deep.jsonl:1:98: not JSON: nested deeper than 64 levels"
{ repeat '<div>' 15000; echo '국방 예산 5조 원'; } >deep.html
expect 2 check deep.html
says DJ_LIMIT_HTML_COST "elements are nested too deep, or too many are left open"

# patterns
stopped="rule 'desk' was stopped in this story: it takes more than 500000 steps of backtracking from one place, or 20000 that are remembered at once"
{ printf '국방 예산 5조 원. 3'; repeat 가 15000; echo; } >long.txt
rule steps '(?<num>3)(?:(?:가+)+나|(?=명))'
expect 2 check --rules steps long.txt
says DJ_LIMIT_MATCH "$stopped"
# these two hold where there is no machine code: for a pattern that says so
rule depth '(*NO_JIT)(?<num>3)(?:(?:가|나)+다|(?=명))'
expect 1 check --rules depth set
{ printf '국방 예산 5조 원. 3'; repeat 가 25000; echo; } >longer.txt
expect 2 check --rules depth longer.txt
says DJ_LIMIT_MATCH_DEPTH "$stopped"
rule heap "(*NO_JIT)(?<num>3)(?:$(repeat '(?<unit>라)?' 120)(?:가|나)+다|(?=명))"
expect 2 check --rules heap long.txt
says DJ_LIMIT_MATCH_HEAP "$stopped"
rule parts '(?<num>3)(?:{{p34}})?명'
{ echo 'parts:'; awk 'BEGIN { for (i = 34; i > 1; i--) printf "  p%d: \"{{p%d}}\"\n", i, i - 1; print "  p1: \"1\"" }'; } >>parts/ko/r.yaml
expect 2 check --rules parts set
says DJ_LIMIT_PARTS_DEPTH "parts in parts in parts, more than 32 deep"
rule pattern '(?<num>3)(?:{{p1}})?명'
{ printf "parts: {p0: '"; repeat x 500000; printf "', p1: '{{p0}}{{p0}}{{p0}}'}\n"; } >>pattern/ko/r.yaml
expect 2 check --rules pattern set
says DJ_LIMIT_PATTERN "longer than 1048576 bytes with its parts"
rule surface '(?<num>3)명'
{ printf 'lexicons: {long: ['; repeat x 251; echo ']}'; } >>surface/ko/r.yaml
expect 2 check --rules surface set
says DJ_LIMIT_SURFACE "longer than 250 bytes"
rule rank '(?<num>3)명'
sed 's/kind:/rank: 1001, kind:/' rank/ko/r.yaml >rank/ko/s.yaml
rm rank/ko/r.yaml
expect 2 check --rules rank set
says DJ_LIMIT_RANK "a rank is a whole number from -1000 to 1000"

# what stories and sheets say
{ printf 'facts:\n  - amount: 5조 원\n    about: [a'; repeat ', a' 16; echo ']'; } >wordy.yaml
expect 2 check --facts wordy.yaml set
says DJ_LIMIT_SHEET_WORDS "'about' has more than 16 words"
{ echo '국방 예산으로 5조 원을 편성했다고 밝혔다.'; repeat '<!-- daejo-ignore unit-slip -->
' 257; echo '국방 예산으로 5조 원을 편성했다고 밝혔다.'; } >ignores.md
expect 2 check ignores.md
says DJ_LIMIT_IGNORES "ignores.md:258:1: more than 256 suppressions; those from here on are not read"

# DJ_LIMIT_OFFSETS is for callers of the library alone: tests/read/test_paths.c
grep -q DJ_LIMIT_OFFSETS "$tree/tests/read/test_paths.c" && echo DJ_LIMIT_OFFSETS >>reached
grep -o '^#define DJ_LIMIT_[A-Z_]*' "$tree/src/base/limits.h" | sed 's/.* //' | sort >all
sort -u reached | comm -3 - all >rest
[ ! -s rest ] || fail "limits that are not reached: $(cat rest)"
finish
