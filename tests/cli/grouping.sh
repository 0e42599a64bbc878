# --set-by auto: a feed that mixes events is parted into them, and says how.
. "${0%/*}/common.sh"
mkdir feed
story() {
    printf '{"id":"%s","source":"%s","published":"%s","title":"%s","text":"%s"}\n' "$@" >>feed/day.jsonl
}
story 1 가신문 2025-02-05 '한빛전자 마포 연구소 착공' '한빛전자는 서울 마포구에 새 연구소를 짓는 데 3564억원을 들이기로 했다고 밝혔다.'
story 2 나신문 2025-02-05 '한빛전자, 마포에 연구소 짓는다' '한빛전자가 마포구 새 연구소를 짓는 데 3654억원을 들이기로 했다.'
story 3 다신문 2025-02-05 '한빛전자 마포 연구소에 3564억' '한빛전자는 마포구 연구소를 짓는 데 3564억원을 들인다고 밝혔다.'
story 4 가신문 2025-02-05 '솔내마을 산불 밤새 번져' '솔내마을 뒷산에서 난 산불로 주민 320명이 학교 강당으로 몸을 피했다고 소방서가 밝혔다.'
story 5 나신문 2025-02-06 '솔내마을 산불에 주민 대피' '솔내마을 산불로 주민 320명이 강당으로 대피했다고 소방서가 전했다.'
story 6 다신문 2025-02-05 '프로축구 청룡 개막전 승리' '청룡은 개막전에서 흑룡을 2-1로 꺾었다.'
expect 1 check --set-by auto --lang ko feed
err_says '기사 6건: 사건 2개로 묶음, 혼자인 기사 1건'
err_says '     3  한빛전자 마포'
err_says '     2  솔내마을'
grep -q '3654억' out || fail "the slip within one event was not found"
# what is given says nothing
expect 1 check feed
[ ! -s err ] || fail "grouping told without being asked"
# a set that is given does not count
sed 's/"id"/"set":"하나","id"/' feed/day.jsonl >one.jsonl
expect 1 check --set-by auto --format json one.jsonl
grep -q '"set":"하나"' out && fail "the given set was kept"
# languages are not mixed, and the order of the lines does not show
expect 1 check --set-by auto --format json feed/day.jsonl
mv out first
sort -r feed/day.jsonl >turned
cp turned feed/day.jsonl
expect 1 check --set-by auto --format json feed/day.jsonl
cmp -s first out || fail "the order of stories shows"
cp feed/day.jsonl draft.jsonl
expect 2 check --set-by auto --draft draft.jsonl feed
err_says '--set-by auto'
expect 2 check --set-by events feed
finish
