# The program is killed, or told to end, before each of the calls by which it writes files, and at moments by the clock: what it
# writes is then whole, or as it was before, and the next run goes on as if nothing had been.
# The arguments are those of the others and the library of ending_calls.c.
. "${0%/*}/common.sh"
ending=$3
stories
mkdir wanted before

# job NAME FOLDER: all files that a command writes, written to the folder; by the shell's own process where $instead is exec
instead=
job() {
    case $1 in
    check)
        set -- "$2" --write-baseline "$2/known"
        for format in $(sed -n 's/^DJ_REPORT([A-Z_]*, CHECK, "\([a-z]*\)".*/\1/p' "$tree/src/report/reports.def"); do
            set -- "$@" --format "$format" --output "$1/report.$format"
        done
        shift
        $instead "$program" check --fail-on never "$@" set
        ;;
    extract) $instead "$program" extract --format jsonl --output "$2/mentions.jsonl" --format text --output "$2/mentions.txt" set ;;
    facts) $instead "$program" facts --output "$2/facts.yaml" set ;;
    init) $instead "$program" init "$2/daejo.yaml" ;;
    esac
}

# held NAME: every file in `is` is one of `wanted`, or the one before, where there was one; beside them lies at most the one that was
# being written
held() {
    for file in "wanted/$job"/*; do
        name=${file##*/}
        if [ -e "is/$name" ]; then
            cmp -s "is/$name" "$file" || cmp -s "is/$name" "before/$job/$name" || fail "$1: $name is neither whole nor as it was"
        else
            [ ! -e is/was ] || fail "$1: $name is gone"
        fi
    done
    [ "$(find is -name '*.part*' | wc -l)" -le 1 ] || fail "$1: more than one file is left: $(ls is)"
    [ -z "$(find is -type f ! -name was ! -name '*.part*' | while read -r file; do [ -e "wanted/$job/${file#is/}" ] || echo "$file"; done)" ] ||
        fail "$1: $(ls is)"
}

# begin: the folder `is`, empty or, each other time, with files from before
begin() {
    rm -rf is
    mkdir is
    [ $((ended % 2)) = 0 ] || cp -r "before/$job/." is
    ended=$((ended + 1))
}

ended=0
for job in check extract facts init; do
    mkdir wanted/$job before/$job
    (export COUNT_TO=n LD_PRELOAD="$ending" && instead=exec && job $job wanted/$job) >out 2>err || fail "$job: $(cat err)"
    counted=$(cat n)
    [ "$counted" -ge 4 ] || fail "$job: only $counted calls were counted"
    for file in wanted/$job/*; do echo "before" >"before/$job/${file##*/}"; done
    : >before/$job/was
    [ $job != init ] || rm before/init/*
    # a file that is replaced is given the rights of the old one, which is a call more
    n=$((counted + $(ls wanted/$job | wc -l)))
    for signal in 9 15; do # nothing is done on a signal, so that the second is held at fewer calls
        at=1 step=1
        [ $signal = 9 ] || step=5
        while [ $at -le "$n" ]; do
            begin
            status=0
            { (export END_AT=$at END_BY=$signal LD_PRELOAD="$ending" && instead=exec && job $job is) >out 2>err || status=$?; } 2>/dev/null
            [ $status -gt 128 ] || [ $at -gt "$counted" ] || fail "$job was not ended before call $at: exit status $status"
            held "$job, signal $signal before call $at"
            at=$((at + step))
        done
    done
    # who is left behind by one that was killed hinders nobody
    rm -f is/was
    [ $job != init ] || rm -f is/daejo.yaml
    job $job is >out 2>err || fail "$job behind one that was killed: $(cat err)"
    for file in wanted/$job/*; do cmp -s "$file" "is/${file##*/}" || fail "$job behind one that was killed: ${file##*/} is another"; done
done
job=check
for hundredths in 1 2 3 4 5 6 8 10; do
    begin
    (instead=exec && job check is) >out 2>err &
    child=$!
    sleep 0.0$hundredths
    kill -KILL $child 2>/dev/null || :
    wait $child 2>/dev/null || :
    held "killed after $hundredths hundredths of a second"
done
echo "ended $ended times"
# a process of the same number has been killed before: as in a container, where the first is always 1
sh -c 'touch "report.json.part$$" "report.json.part$$-0"; exec "$@"' sh "$program" check --fail-on never --output report.json set 2>err || fail "$(cat err)"
cmp -s report.json wanted/check/report.json || fail "a file left by a process of the same number changes the report"
finish
