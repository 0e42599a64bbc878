# What lies in a folder and is no story: links in a ring and out of it, pipes, devices, files that change while they are read.
. "${0%/*}/common.sh"
stories
expect 1 check set
cp out plain
# a ring of folders is not walked
ln -s . set/ring
ln -s ../set set/back
expect 1 check set
cmp -s out plain || fail "a link to a folder changed what was read"
# a link within the folder is a story, one that leads out of it is none, unless it is named
printf '비밀 예산은 999조 원이라고 밝혔다.\n' >secret.txt
ln -s ../secret.txt set/4.txt
expect 2 check --format json set
err_says "set/4.txt: a link that leads out of 'set' is not read; name it by itself"
! grep -q 999 out err || fail "what lies outside the folder was read"
mkdir set/below
ln -s ../../secret.txt set/below/5.txt
expect 2 check --format json set
err_says "set/below/5.txt: a link that leads out"
! grep -q 999 out err || fail "what lies outside the folder was read from a folder in it"
expect 0 extract set/4.txt
grep -q 999 out || fail "a link that is named is read"
rm set/4.txt set/below/5.txt
ln -s 1.txt set/6.txt
expect 1 check --format json set
grep -q set/6.txt out || fail "a link to a story of the folder is a story"
rm set/6.txt
ln -s 7.txt set/7.txt
expect 2 check set
err_says "set/7.txt: cannot read"
rm set/7.txt
# a pipe would be waited for without end, a device might have none
mkfifo set/8.txt
expect 2 check set
err_says "set/8.txt: cannot read: it is no regular file"
expect 2 check --facts set/8.txt set/1.txt
expect 2 check --baseline set/8.txt set/1.txt
expect 2 check --config set/8.txt set/1.txt
expect 2 check --rates set/8.txt set/1.txt
rm set/8.txt
[ ! -e /dev/zero ] || { expect 2 check /dev/zero && err_says "no regular file"; }
# a file that shrinks and grows while it is read
awk 'BEGIN { for (i = 0; i < 20000; i++) print "정부는 내년 국방 예산으로 " i "조 원을 편성했다고 4일 밝혔다." }' >large
cp large set/9.txt
(while [ ! -e enough ]; do : >set/9.txt && cat large >set/9.txt; done) &
writer=$!
for i in 1 2 3 4 5; do
    status=0
    "$program" extract set >out 2>err || status=$?
    [ "$status" -le 2 ] || fail "a file that changes while it is read: exit status $status"
done
: >enough
wait "$writer"
finish
