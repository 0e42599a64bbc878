"""many.py FILE: rows in which more findings of a kind stand than any format shows, and two that claim the same words; at the end
sets with notes alone."""
import json
import sys

rows = []
for i in range(25):
    unit, other = ("조", "억") if i % 2 else ("조", "조")
    for source, figure in (("갑", f"{600 + i}{unit}"), ("을", f"{600 + i if i % 2 else 6000 + i * 7}{other}"), ("병", f"{600 + i}{unit}")):
        rows.append({"id": f"{i}{source}", "set": f"s{i}", "source": source, "published": "2025-02-05",
                     "text": f"정부는 내년 국방 예산으로 {figure} 원을 편성했다고 밝혔다."})
for i, name in enumerate(("김철수", "박영희", "이민호"), 25):
    for source, particle in (("갑", "을"), ("을", "은"), ("병", "을")):
        rows.append({"id": f"{i}{source}", "set": f"s{i}", "source": source, "published": "2025-02-05",
                     "text": f"{name} 장관은 4일 국회에서 “내년 국방 예산{particle} 지금보다 더 늘려야 나라를 지킬 수 있다”고 말했다."})
with open(sys.argv[1], "w", encoding="utf-8") as out:
    for row in rows:
        out.write(json.dumps(row, ensure_ascii=False) + "\n")
