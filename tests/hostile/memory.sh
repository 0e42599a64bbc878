# Memory runs out at one allocation after the other, of the program and of its libraries: each time it ends with a message and the
# status 2, or had no need of it and reports as ever; never by a signal, and never with half a report.
# The arguments are those of the others and the library of failing_malloc.c.
. "${0%/*}/common.sh"
failing=$3
stories
printf '<title>예산</title><p>정부는 내년 국방 예산으로 657억 원을 편성했다고 4일 밝혔다. 김민수 장관은 “더 쓴다”고 말했다.\n' >set/4.html
printf -- '---\ntitle: 예산\n---\n정부는 <b>내년</b> 국방 예산으로 657조 원을 편성했다고 4일 밝혔다.\n' >set/5.md
printf '{"id":"a","text":"정부는 내년 국방 예산으로 657억 원을 편성했다.","n":[1,{"a":null}]}\n' >set/6.jsonl
printf '\263\273\263\342 3\301\266 \277\370\n' >set/7.txt
printf 'facts:\n  - about: [국방, 예산]\n    amount: 675조 원\n' >facts.yaml
printf '{"schema":"daejo-baseline/1","findings":[]}\n' >known.json
printf 'checks:\n  unit-slip: note\n' >daejo.yaml
run() { "$program" check --facts facts.yaml --baseline known.json --format json --output "$1" set; }
run wanted 2>wanted.err || true
COUNT_TO=n LD_PRELOAD=$failing run got 2>err || true
cmp -s wanted got || fail "the counting library changed the report"
n=$(cat n)
[ "$n" -gt 1000 ] || fail "only $n allocations were counted"

fail_at() { # fail_at NUMBER MODE
    rm -rf got got.part*
    status=0
    if [ "$2" = once ]; then
        FAIL_AT=$1 LD_PRELOAD=$failing run got 2>err || status=$?
    else
        FAIL_AT=$1 FAIL_ON=1 LD_PRELOAD=$failing run got 2>err || status=$?
    fi
    case $status in
    2) [ -s err ] || fail "allocation $1 of $n ($2): no word of it" ;;
    0 | 1) cmp -s wanted got || fail "allocation $1 of $n ($2): exit status $status, another report" ;;
    *) fail "allocation $1 of $n ($2): exit status $status" ;;
    esac
    # what is there is whole; after status 2 a file that the system could not read in may be missing in it, which is told
    [ ! -e got ] || [ "$(tail -c 2 got)" = "}" ] || fail "allocation $1 of $n ($2): half a report"
    injected=$((injected + 1))
}

# most are the reader's of the rules, all alike; the last two thousand are the stages and the report
injected=0
if [ "${DAEJO_HOSTILE:-}" = whole ]; then few=300 tail_step=3; else few=25 tail_step=40; fi
tail_from=$((n - 2000))
for mode in once on; do
    at=1
    while [ "$at" -lt "$tail_from" ]; do
        fail_at "$at" $mode
        at=$((at + tail_from / few))
    done
    at=$tail_from
    while [ "$at" -le "$n" ]; do
        fail_at "$at" $mode
        at=$((at + tail_step))
    done
done
echo "$injected failures of $n allocations"
finish
