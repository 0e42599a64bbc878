#!/usr/bin/env python3
"""fit.py EVIDENCE.tsv TRUTH.jsonl SETS.jsonl: weights for the `evidence` section of rules/checks.yaml.

EVIDENCE.tsv is what dump_evidence prints of SETS.jsonl, sets with one planted error each beside the untouched ones;
TRUTH.jsonl says where the errors are. A link that covers a planted error, and whose other side says what stood there
before, is an example of two versions of one fact; every link in an untouched set is taken for two facts (a few are
slips in print: they are the noise of the fit). Plain logistic regression by gradient descent, no packages."""
import collections, json, math, sys


def main():
    evidence, truth, sets = sys.argv[1:4]
    texts = {}
    for line in open(sets, encoding='utf-8'):
        s = json.loads(line); texts[s['set'], s['id']] = s['text'].encode()
    planted = {t['set']: t for t in map(json.loads, open(truth, encoding='utf-8'))}
    rows = []
    lines = open(evidence, encoding='utf-8')
    keys = next(lines).rstrip('\n').split('\t')[8:]
    hit = collections.Counter()
    for line in lines:
        f = line.rstrip('\n').split('\t')
        set_, x = f[0], [float(v) for v in f[8:]]
        sides = [(f[2], int(f[3]), int(f[4])), (f[5], int(f[6]), int(f[7]))]
        if set_.startswith('base/'):
            rows.append((x, 0, f)); continue
        t = planted[set_]
        over = [s for s in sides if s[0] == t['story'] and s[1] < t['end'] and t['start'] < s[2]]
        if not over: continue
        other = sides[1] if over[0] == sides[0] else sides[0]
        said = texts[set_, other[0]][other[1]:other[2]].decode(errors='replace')
        fold = lambda w: ''.join(w.split()).replace(',', '')
        if fold(t['was']) in fold(said):
            rows.append((x, 1, f)); hit[t['family']] += 1
    pos = sum(y for _, y, _ in rows); neg = len(rows) - pos
    print(f'# {pos} planted links, {neg} links of untouched sets; planted by family: {dict(hit)}', file=sys.stderr)
    w = [0.0] * len(keys)
    scale = [max(1e-9, max(abs(x[i]) for x, _, _ in rows)) for i in range(len(keys))]
    data = [([v / s for v, s in zip(x, scale)], y) for x, y, _ in rows]
    step, decay = 2.0, 1e-4
    for it in range(3000):
        g = [0.0] * len(w)
        for x, y in data:
            p = 1 / (1 + math.exp(-max(-30, min(30, sum(a * b for a, b in zip(w, x))))))
            e = (p - y)
            for i, v in enumerate(x):
                if v: g[i] += e * v
        for i in range(len(w)): w[i] -= step * (g[i] / len(data) * 4 + decay * w[i])
    print('evidence:')
    for k, v, s in zip(keys, w, scale): print(f'  {k}: {v / s:.2f}')
    score = lambda x: 1 / (1 + math.exp(-sum(a * b / s for a, b, s in zip(w, x, scale))))
    for cut in (.3, .4, .5, .6, .7, .8, .9):
        print(f'# strength >= {cut}: {sum(score(x) >= cut and y for x, y, _ in rows)}/{pos} planted, {sum(score(x) >= cut and not y for x, y, _ in rows)} of untouched sets', file=sys.stderr)


main()
