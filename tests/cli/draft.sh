# --draft: what touches the draft is told, and nothing else; everything given forms one set with it.
. "${0%/*}/common.sh"
mkdir wire other
printf '정부는 내년 국방 예산으로 657조 원을 편성했다고 4일 밝혔다.\n' >wire/1.txt
printf '정부는 내년 국방 예산으로 657조 원을 편성했다고 4일 밝혔다. 교육 예산은 98조 원이다.\n' >wire/2.txt
printf '정부는 내년 국방 예산으로 657억 원을 편성했다고 4일 밝혔다.\n' >other/3.txt
printf '정부는 내년 국방 예산으로 675조 원을 편성했다고 4일 밝혔다. 복지 예산은 131조 원이다.\n' >my.txt
expect 1 check --draft my.txt wire other
grep -q "675" out || fail "the draft's slip is not told"
! grep -q "657억 원, " out || fail "a finding between sources is told"
grep -q "131조 원 (unsupported)" out || fail "what no source says is not listed"
! grep -q "98조 원 (unsupported)" out || fail "what a source says is listed"
cp wire/1.txt my.txt
expect 0 check --draft my.txt wire other/3.txt --skip unit-slip
expect 2 check --draft nothing-here wire
err_says "nothing-here"
expect 2 check --draft my.txt
err_says "no story given"
cp my.txt wire/my.txt
expect 0 check --draft wire/my.txt wire
grep -q "3건" out || fail "a draft that lies among its sources is read twice: $(tail -n 1 out)"
finish
