"""hostile.py FOLDER: stories that try to be more than text: markup, quotes, control bytes, marks that turn the writing
direction, words longer than any screen, and names of files like that."""
import json
import os
import sys

folder = sys.argv[1]
os.makedirs(folder, exist_ok=True)
markup = "<script>window.pwned = 1</script>\"'><img src=x onerror='window.pwned = 1'></style></title><!-- &lt;b&gt; "
control = "\x1b[31m붉은\x1b[0m\x07\x08\x7f\u0085 \u202e거꾸로\u202c \u2066갇힌\u2069 \u061c\ufffe"
long_word = "끝없이" * 400 + "W" * 3000
sentence = "정부는 내년 국방 예산으로 {} 원을 편성했다고 4일 밝혔다."


def story(name, source, figure, more):
    title = f"{source} 예산 {markup}"
    text = f"{markup}\n\n{sentence.format(figure)} {control}\n\n{more}\n\n“{markup}{control}”라고 김{markup} 장관은 말했다.\n"
    with open(os.path.join(folder, name), "w", encoding="utf-8") as out:
        out.write(f"---\ntitle: {json.dumps(title, ensure_ascii=False)}\ndate: 2025-02-04\nauthor: {json.dumps(source, ensure_ascii=False)}\n---\n\n{text}")


story("a<b>&'\"x.md", "가<script>window.pwned = 1</script>", "65조", long_word)
story("b.md", "나\"onmouseover=\"window.pwned = 1", "65억", "예산은 5억 원이라고 " + long_word + " 말했다.")
story("c" + "긴" * 60 + ".md", "다", "65조", "العربية 5억 원 עברית " * 40)
with open(os.path.join(folder, "d.html"), "w", encoding="utf-8") as out:
    out.write(f"<title>{markup}</title><meta property='og:url' content='javascript:window.pwned=1'><article><p>{sentence.format('65조')}"
              f"<p>{markup}<p>{control}</article>")
