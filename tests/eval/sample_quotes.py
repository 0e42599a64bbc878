#!/usr/bin/env python3
"""Draws quotations to be labelled by reading, and prints each in its context.

A place is whatever stands between two double marks (“…” or "…", paired from the left within a line); the program under
test has no part in the drawing. Places are shuffled by a fixed seed and taken in that order, two of a story at most.
Offsets are UTF-8 bytes of the story's `text`, from behind the opening mark to before the closing one.
"""
import argparse
import json
import random
import re

PLACE = re.compile(r'“([^“”\n]*)”|"([^"\n]*)"')
PER_STORY = 2


def find_places(stories, shortest, longest):
    for story in stories:
        for match in PLACE.finditer(story["text"]):
            start, end = match.span(match.lastindex)
            if shortest <= end - start <= longest:
                yield story, start, end


def draw(places, seed, size):
    random.Random(seed).shuffle(places)
    taken, of_story = [], {}
    for place in places:
        story = place[0]["id"]
        if of_story.get(story, 0) < PER_STORY and len(taken) < size:
            of_story[story] = of_story.get(story, 0) + 1
            taken.append(place)
    return taken


def main():
    options = argparse.ArgumentParser(description=__doc__.split("\n", maxsplit=1)[0])
    options.add_argument("--seed", type=int, default=20190401)
    options.add_argument("--size", type=int, default=260, help="places to draw")
    options.add_argument("--shortest", type=int, default=10, help="characters between the marks")
    options.add_argument("--longest", type=int, default=10**6, help="characters between the marks")
    options.add_argument("--context", type=int, default=250, help="characters shown on either side")
    options.add_argument("stories", help="JSONL file of stories with id and text")
    args = options.parse_args()
    with open(args.stories, encoding="utf-8") as file:
        stories = [json.loads(line) for line in file if line.strip()]
    places = list(find_places(stories, args.shortest, args.longest))
    for number, (story, start, end) in enumerate(draw(places, args.seed, args.size), 1):
        text = story["text"]
        first, last = (len(text[:at].encode()) for at in (start, end))
        before, after = text[max(0, start - args.context):start], text[end:end + args.context]
        print(f'{number} {story["id"]} {first}-{last}\n{before}⟦{text[start:end]}⟧{after}\n')


if __name__ == "__main__":
    main()
