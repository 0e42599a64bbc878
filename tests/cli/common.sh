# Sourced by the tests of the command line: $program and $tree are the arguments, $work an empty folder that goes away.
set -eu
program=$1
tree=$2
work=$(mktemp -d)
trap 'chmod -R u+rwx "$work"; rm -rf "$work"' EXIT
cd "$work"
failures=0

fail() {
    echo "FAILED: $*"
    failures=$((failures + 1))
}

# expect STATUS ARGUMENT…: runs the program; its output is in the files out and err
expect() {
    wanted=$1
    shift
    status=0
    "$program" "$@" >out 2>err || status=$?
    [ "$status" = "$wanted" ] || { fail "daejo $*: exit status $status, expected $wanted"; cat err; }
}

# err_says WORDS: the last program's stderr holds them
err_says() {
    grep -qF -- "$1" err || { fail "stderr does not say '$1':"; cat err; }
}

finish() {
    [ "$failures" = 0 ]
}

stories() {
    mkdir -p set
    printf '정부는 내년 국방 예산으로 657조 원을 편성했다고 4일 밝혔다.\n' >set/1.txt
    printf '정부는 내년 국방 예산으로 657억 원을 편성했다고 4일 밝혔다.\n' >set/2.txt
    printf '정부는 내년 국방 예산으로 657조 원을 편성했다고 4일 밝혔다.\n' >set/3.txt
}
