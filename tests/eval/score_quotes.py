#!/usr/bin/env python3
"""Scores `daejo extract` on labelled quotations.

quotes.jsonl holds 200 direct quotations of newspaper stories, drawn at random and labelled by reading: the story's id, the
bytes of its text from mark to mark, and who says it. `speaker` is the name as that story first writes it in full (a list:
any of them; "": nobody is named); `speaker_ends` is the head of the phrase where no name is given (관계자).
The stories themselves are not here: --stories takes their JSONL file.
"""
import argparse
import json
import os
import subprocess
import sys


def same(label, read):
    bare = lambda text: "".join((text or "").split())
    if "speaker_ends" in label:
        return bare(read).endswith(bare(label["speaker_ends"]))
    names = label["speaker"] if isinstance(label["speaker"], list) else [label["speaker"]]
    return bare(read) in [bare(name) for name in names]


def read_mentions(daejo, stories):
    run = subprocess.run([daejo, "extract", "--kinds", "quote", "--format", "jsonl", stories], stdout=subprocess.PIPE, check=False)
    if run.returncode not in (0, 1):
        sys.exit(f"{daejo} extract: exit {run.returncode}")
    by_story = {}
    for line in run.stdout.decode().splitlines():
        mention = json.loads(line)
        if mention["field"] == "text":
            by_story.setdefault(mention["story"], []).append(mention)
    return by_story


def main():
    options = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    options.add_argument("--daejo", default="daejo", help="the program to run")
    options.add_argument("--labels", default=os.path.join(os.path.dirname(os.path.abspath(__file__)), "quotes.jsonl"))
    options.add_argument("--fails", action="store_true", help="list what was missed")
    options.add_argument("stories", help="JSONL file of the stories")
    args = options.parse_args()
    read = read_mentions(args.daejo, args.stories)
    labels = [json.loads(line) for line in open(args.labels, encoding="utf-8")]
    found = spans = speakers = 0
    for label in labels:
        over = [m for m in read.get(label["story"], []) if m["start"] < label["end"] and m["end"] > label["start"]]
        best = min(over, key=lambda m: abs(m["start"] - label["start"]) + abs(m["end"] - label["end"]), default=None)
        is_span = best is not None and best["start"] == label["start"] and best["end"] == label["end"]
        is_speaker = best is not None and same(label, best["value"]["speaker"])
        found += best is not None
        spans += is_span
        speakers += is_speaker
        if args.fails and not (is_span and is_speaker):
            wanted = label.get("speaker", "…" + label.get("speaker_ends", ""))
            print(f'{label["story"]} {label["start"]}-{label["end"]}: {wanted!r}, read',
                  f'{best["start"]}-{best["end"]} {best["value"]["speaker"]!r} by {best["rule"]}' if best else "nothing")
    n = len(labels)
    print(f"quotations {n}  found {100 * found / n:.1f}%  span {100 * spans / n:.1f}%  speaker {100 * speakers / n:.1f}%")


if __name__ == "__main__":
    main()
