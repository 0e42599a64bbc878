# Output is whole or an error: a full disk, a closed pipe, a folder that cannot be written.
. "${0%/*}/common.sh"
stories
expect 1 check --format json --output report.json set
[ ! -s out ] || fail "--output also writes to standard output"
"$program" check --format json set >direct.json || true
cmp -s report.json direct.json || fail "--output differs from standard output"
[ "$(ls | grep -c 'report.json')" = 1 ] || fail "a file was left beside the output"
# several reports of one run, each --format with the --output beside it
expect 1 check --format text --format json --output twice.json set
cmp -s twice.json direct.json || fail "--format json --output behind another format"
"$program" check set >direct.txt || true
cmp -s out direct.txt || fail "the report for standard output beside another one"
expect 1 check --output twice.json --format json --output twice.txt --format text set
cmp -s twice.json direct.json || fail "--output before its --format"
cmp -s twice.txt direct.txt || fail "a second --output before its --format"
# an older file stays as it is where the new one cannot be made
echo old >kept.json
expect 2 check --format json --output kept.json nothing-here
[ "$(cat kept.json)" = old ] || fail "a failed run replaced the output"
expect 2 check --output no/such/folder/report set
err_says "cannot write"
if [ -e /dev/full ]; then
    status=0
    "$program" check --format json set >/dev/full 2>err || status=$?
    [ "$status" = 2 ] || fail "a full disk: exit status $status"
    err_says "cannot write"
    expect 2 check --output /dev/full set
fi
status=0
"$program" check set >&- 2>err || status=$?
[ "$status" = 2 ] || fail "closed output: exit status $status"
mkfifo pipe
(exec 3<pipe) & # reads nothing and goes away
reader=$!
(sleep 0.2; status=0; "$program" check set 2>err || status=$?; echo "$status" >broken) >pipe
wait "$reader"
[ "$(cat broken)" = 2 ] || fail "a closed pipe: exit status $(cat broken)"
# a link stays a link
ln -s report.json link.json
expect 1 check --format json --output link.json set
[ -L link.json ] || fail "--output replaced a symbolic link"
finish
