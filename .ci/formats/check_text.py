#!/usr/bin/env python3
"""CSV, JSON lines, workflow commands, JUnit and Markdown, read back as their readers do and compared with the JSON report."""
import csv
import io
import json
import pathlib
import re
import subprocess
import sys
import unicodedata
import xml.etree.ElementTree as ElementTree
from html.parser import HTMLParser

JOINER = "\u2060"
PRIVATE = re.compile("[\u007f-\u009f\u200e\u200f\u202a-\u202e\u2066-\u2069]")


def shown(text, keep=""):
    """as on a screen: see src/base/screen.c"""
    out = []
    for c in text:
        if c in keep:
            out.append(c)
        elif c in "\t\n\r\u00a0\u2028\u2029":
            out.append(" ")
        elif ord(c) < 0x20:
            out.append(chr(0x2400 + ord(c)))
        elif c == "\x7f":
            out.append("\u2421")
        else:
            out.append("\ufffd" if PRIVATE.match(c) else c)
    return "".join(out)


def check_csv(folder, report):
    raw = (folder / "report.csv").read_bytes()
    assert raw.startswith(b"\xef\xbb\xbf"), "no byte order mark"
    text = raw.decode("utf-8-sig")
    assert text.replace("\r\n", "").count("\r") == 0
    rows = list(csv.DictReader(io.StringIO(text, newline=""), strict=True))
    claims = [(f, i, c) for f in report["findings"] for i, c in enumerate(f["claims"], 1)]
    assert len(rows) == len(claims), (len(rows), len(claims))
    plain = lambda cell: cell[1:] if cell.startswith("'") else cell
    left = {}
    for finding, i, claim in claims:
        key = (finding["fingerprint"], i, claim["line"], claim["column"])
        left.setdefault(key, []).append((finding, claim))
    for row in rows:
        for cell in row.values():
            first = unicodedata.normalize("NFKC", cell.lstrip(" \u3000"))[:1]
            assert first not in tuple("=+-@|%\t\r"), cell
        finding, claim = left[(row["fingerprint"], int(row["claim"]), int(row["line"]), int(row["column"]))].pop()
        for key in ("check", "severity", "message", "why", "set"):
            assert plain(row[key]) == shown(finding[key], "\n"), (key, row[key])
        for key in ("story", "source", "path", "field", "kind", "text"):
            assert plain(row[key]) == shown(claim[key], "\n"), (key, row[key])
        assert (row["suppressed"] != "") == ("suppressed" in finding)
        value = json.loads(plain(row["value"]))
        assert value == (json.loads(shown(json.dumps(claim["value"], ensure_ascii=False))) if claim["value"] else None)


def check_jsonl(folder, report):
    findings = [json.loads(line) for line in (folder / "report.jsonl").read_text("utf-8").splitlines()]
    key = lambda f: json.dumps(f, sort_keys=True)
    assert sorted(map(key, findings)) == sorted(map(key, report["findings"]))
    order = {"error": 0, "warning": 1, "note": 2}
    ranks = [("suppressed" in f, order[f["severity"]]) for f in findings]
    assert ranks == sorted(ranks), "worst first"


def check_github(folder, report):
    unescape = lambda s: re.sub("%(25|0A|0D|3A|2C)", lambda m: chr(int(m[1], 16)), s)
    kinds = {"error": "error", "warning": "warning", "note": "notice"}
    wanted = {kind: [f for f in report["findings"] if f["severity"] == kind and "suppressed" not in f] for kind in kinds}
    got = {kind: 0 for kind in kinds}
    rest = []
    for line in (folder / "report.github").read_text("utf-8").split("\n")[:-1]:
        match = re.fullmatch("::(error|warning|notice) ([^:]*)::(.*)", line)
        if not match:
            assert not line.lstrip().startswith("::") and "##[" not in line, line
            rest.append(line)
            continue
        kind = next(k for k, v in kinds.items() if v == match[1])
        properties = {k: unescape(v) for k, v in (p.split("=", 1) for p in match[2].split(","))}
        message = unescape(match[3])
        finding = wanted[kind][got[kind]]
        claim = finding["claims"][0]
        got[kind] += 1
        assert message.startswith(shown(finding["message"])), message
        assert properties["title"] == "daejo " + finding["check"]
        assert properties["file"] == claim["path"]
        if "col" in properties:
            place, stands = (int(properties["line"]), int(properties["col"])), (claim["line"], claim["column"])
            # a quotation is shown where its words differ
            assert place >= stands if claim["kind"] == "quote" else place == stands, place
        else:
            assert claim["path"].endswith(".jsonl") or properties["line"] != properties["endLine"]
    n_suppressed = sum("suppressed" in f for f in report["findings"])
    for kind in kinds:
        assert got[kind] == min(10, len(wanted[kind])), (kind, got)
    beyond = [len(wanted[k]) - got[k] for k in ("error", "warning", "note")]
    assert len(rest) == (1 if any(beyond) else 0) + n_suppressed, rest
    if any(beyond):
        assert [int(n) for n in re.findall(r"\d+", rest[0])] == beyond, rest[0]


def check_junit(folder, report):
    root = ElementTree.parse(folder / "report.junit").getroot()
    suites = root.findall("testsuite")
    for element in [root, *suites]:
        assert int(element.get("tests")) == len(list(element.iter("testcase")))
        assert int(element.get("failures")) == len(list(element.iter("failure")))
    for suite in suites:
        findings = [f for f in report["findings"] if shown(f["set"]) == suite.get("name")]
        cases = [c for c in suite.findall("testcase") if len(c)]
        assert len(cases) == len(findings)
        for case, finding in zip(cases, findings):
            assert case.get("name") == f'{finding["check"]}: {shown(finding["message"])}'
            tag = "skipped" if "suppressed" in finding else "system-out" if finding["severity"] == "note" else "failure"
            assert case[0].tag == tag
            for claim in finding["claims"]:
                assert shown(claim["text"]) in case[0].text


class Rendered(HTMLParser):
    """what a forge would show: the tags, the text outside <code>, the rows of the table"""

    ALLOWED = {"h3", "table", "thead", "tbody", "tr", "th", "td", "br", "code", "details", "summary", "p", "ul", "li", "b"}

    def __init__(self):
        super().__init__()
        self.open, self.rows, self.text, self.summaries = [], [], [], 0

    def handle_starttag(self, tag, attributes):
        assert tag in self.ALLOWED, f"<{tag}>"
        assert not attributes, attributes
        if tag == "tr":
            self.rows.append("")
        if tag == "summary":
            self.summaries += 1
        if tag != "br":
            self.open.append(tag)

    def handle_endtag(self, tag):
        assert self.open.pop() == tag, tag

    def handle_data(self, data):
        if "code" not in self.open:
            self.text.append(data)
        if "td" in self.open:
            self.rows[-1] += data

    def handle_comment(self, data):
        raise AssertionError("a comment: " + data)


def check_markdown(folder, report):
    raw = (folder / "report.markdown").read_text("utf-8")
    assert len(raw) < 65536
    extensions = ["table", "autolink", "strikethrough", "tasklist", "footnotes"]
    html = subprocess.run(["cmark-gfm", "--unsafe", *(a for e in extensions for a in ("-e", e))], input=raw, text=True, encoding="utf-8",
                          capture_output=True, check=True).stdout
    page = Rendered()
    page.feed(html)
    page.close()
    assert not page.open
    loud = [f for f in report["findings"] if f["severity"] != "note" and "suppressed" not in f]
    rows = page.rows[1:]
    assert len(rows) == min(30, len(loud)), (len(rows), len(loud))
    for row in rows:
        assert any(shown(f["message"])[:60] in row.replace(JOINER, "") for f in loud), row
    for text in page.text:
        assert not re.search(r"@[\w-]|#\d|![\w]|~[\w]|\b(https?|ftp):/|\bwww\.|\bgh-\d", text, re.I), text


def main():
    checks = {name[6:]: f for name, f in globals().items() if name.startswith("check_")}
    passed = failed = 0
    for folder in sorted(pathlib.Path(sys.argv[2]).iterdir()):
        report = json.loads((folder / "report.json").read_text("utf-8"))
        for name, check in checks.items():
            raw = (folder / f"report.{name}").read_text("utf-8", newline="") if sys.version_info >= (3, 13) else \
                (folder / f"report.{name}").read_bytes().decode("utf-8")
            try:
                assert not re.search("[\x00-\x09\x0b\x0c\x0e-\x1f\x7f-\x9f\u202a-\u202e]", raw) or name == "jsonl", "control bytes"
                check(folder, report)
                passed += 1
            except (AssertionError, KeyError, IndexError, ValueError) as error:
                failed += 1
                print(f"{folder.name}/report.{name}: {type(error).__name__} {error} (line {error.__traceback__.tb_next.tb_lineno if error.__traceback__.tb_next else 0})")
    print(f"{passed} passed, {failed} failed")
    sys.exit(failed > 0)


main()
