#!/usr/bin/env python3
"""Scores `daejo extract` on labelled quotations.

A label is a story's id, the bytes between the marks, whether that is a direct quotation, and who says it: `speakers` lists
every answer that a careful reader would accept, null meaning that nobody is named. The stories themselves are not here.
A quotation is found where a mention and the label share at least 80% of both; the best such mention answers for it.
"""
import argparse
import json
import os
import subprocess
import sys

MARKS = "“”‘’\"'„‟«»「」『』"
SHARED = 0.8


def read_mentions(daejo, stories):
    rows = [{"id": s["id"], "text": s["text"], "published": s.get("published") or s.get("date")} for s in stories]
    command = [daejo, "extract", "--kinds", "quote", "--input-format", "jsonl", "--format", "jsonl", "-"]
    try:
        run = subprocess.run(command, input="".join(json.dumps(row) + "\n" for row in rows).encode(),
                             stdout=subprocess.PIPE, check=False)
    except OSError as error:
        print(f"{daejo}: {error.strerror}", file=sys.stderr)
        sys.exit(2)
    if run.returncode:
        print(f"{daejo} extract: exit {run.returncode}", file=sys.stderr)
        sys.exit(2)
    by_story = {}
    for line in run.stdout.decode().splitlines():
        mention = json.loads(line)
        if mention["field"] == "text":
            by_story.setdefault(mention["story"], []).append(within_marks(mention))
    return by_story


def within_marks(mention):
    """The mention's bytes without the marks, its speaker and its rule."""
    text, start, end = mention["text"], mention["start"], mention["end"]
    if text[:1] and text[0] in MARKS:
        start += len(text[0].encode())
    if len(text) > 1 and text[-1] in MARKS:
        end -= len(text[-1].encode())
    return {"start": start, "end": end, "speaker": mention["value"]["speaker"] or None, "rule": mention["rule"]}


def overlap(label, mention):
    """What the two share, as a part of the longer."""
    shared = min(label["end"], mention["end"]) - max(label["start"], mention["start"])
    return shared / max(label["end"] - label["start"], mention["end"] - mention["start"], 1)


def bare(name):
    return "".join(name.split())


def is_right(speaker, accepted):
    if speaker is None:
        return None in accepted
    return bare(speaker) in [bare(name) for name in accepted if name]


def is_partly(speaker, accepted):
    """Same person or body, other words: one name holds the other, or they share a word (트럼프 대통령) or a surname (박 의원)."""
    for name in accepted if speaker else []:
        if not name:
            continue
        short, long = sorted((bare(speaker), bare(name)), key=len)
        surname_only = len(speaker.split()[0]) == 1 and speaker[0] == name[0]
        if short in long or surname_only or set(speaker.split()) & set(name.split()):
            return True
    return False


def judge(label, mentions):
    """One word for how the label fared, and the mention that answered for it."""
    best = max(mentions, key=lambda mention: overlap(label, mention), default=None)
    if best is None or overlap(label, best) < SHARED:
        return "missed", best if best and overlap(label, best) > 0 else None
    if is_right(best["speaker"], label["speakers"]):
        return "right", best
    return "partly" if is_partly(best["speaker"], label["speakers"]) else "wrong", best


def share(part, whole):
    return f"{part}/{whole} {100 * part / whole if whole else 0:.1f}%"


def print_fail(label, verdict, best, text):
    quoted = text[label["start"]:label["end"]].decode(errors="replace")[:30]
    wanted = " | ".join(name or "nobody" for name in label["speakers"])
    read = f'{best["start"]}-{best["end"]} {best["speaker"] or "nobody"} by {best["rule"]}' if best else "nothing"
    print(f'{verdict}: {label["story"]} {label["start"]}-{label["end"]} “{quoted}”: {wanted}; read {read}')


def main():
    options = argparse.ArgumentParser(description=__doc__.split("\n", maxsplit=1)[0])
    options.add_argument("--daejo", default="daejo", help="the program to run")
    options.add_argument("--labels", default=os.path.join(os.path.dirname(os.path.abspath(__file__)), "quotes.jsonl"))
    options.add_argument("--fails", type=int, default=0, metavar="N", help="list the first N labels that failed")
    options.add_argument("stories", help="JSONL file of stories with id, text and published or date")
    args = options.parse_args()
    with open(args.labels, encoding="utf-8") as file:
        labels = [json.loads(line) for line in file]
    wanted = {label["story"] for label in labels}
    with open(args.stories, encoding="utf-8") as file:
        stories = [story for story in map(json.loads, file) if story["id"] in wanted]
    texts = {story["id"]: story["text"].encode() for story in stories}
    read = read_mentions(args.daejo, stories)

    counts = dict.fromkeys(("right", "partly", "wrong", "missed", "exact", "taken"), 0)
    fails = []
    for label in labels:
        verdict, best = judge(label, read.get(label["story"], []))
        if not label["direct"]:
            verdict = "left" if verdict == "missed" else "taken"
        counts[verdict] = counts.get(verdict, 0) + 1
        if label["direct"] and verdict != "missed":
            counts["exact"] += (best["start"], best["end"]) == (label["start"], label["end"])
        if verdict not in ("right", "left"):
            fails.append((label, verdict, best))

    direct = sum(label["direct"] for label in labels)
    found = direct - counts["missed"]
    print(f"direct quotations    {direct}")
    print(f"span found           {share(found, direct)}")
    print(f"span exact           {share(counts['exact'], direct)}")
    print(f"speaker of the found {share(counts['right'], found)}, partly {counts['partly']}, wrong {counts['wrong']}")
    print(f"missed               {counts['missed']}")
    print(f"no quotation, taken  {share(counts['taken'], len(labels) - direct)}")
    for label, verdict, best in fails[:args.fails]:
        print_fail(label, verdict, best, texts.get(label["story"], b""))


if __name__ == "__main__":
    main()
