# What reaches a terminal: colours only where they are wanted, and no control character of a story or a file name, ever.
. "${0%/*}/common.sh"
escape=$(printf '\033')
bell=$(printf '\007')
stories
expect 1 check set
! grep -q "$escape" out || fail "colours without a terminal"
expect 1 check --color always set
grep -q "$escape" out || fail "no colours although asked for"
expect 1 check --color never set
! grep -q "$escape" out || fail "colours although not wanted"
mkdir evil
printf '정부는 내년 국방 예산으로 %s[31m657조 원을%s 편성했다고 밝혔다.\n' "$escape" "$bell" >evil/1.txt
printf '정부는 내년 국방 예산으로 657억 원을 %s]0;own%s편성했다고 밝혔다.\n' "$escape" "$bell" >"evil/2$escape[2J.txt"
for command in "check" "check --format json" "extract" "extract --format text --unread"; do
    # shellcheck disable=SC2086 # a command and its options
    "$program" $command evil >out 2>err || true
    [ -s out ] || fail "$command: no output"
    ! grep -q "[$escape$bell]" out err || fail "$command: a control character came through"
done
"$program" check "nothing$escape[2J" >out 2>err || true
! grep -q "$escape" err || fail "an escape sequence in a file name came through"
finish
