#!/usr/bin/env python3
"""fit.py EVIDENCE.tsv TRUTH.jsonl SETS.jsonl [K/N]: weights for the `evidence` section of rules/checks.yaml.

EVIDENCE.tsv is what dump_evidence prints of SETS.jsonl, sets with one planted error each beside the untouched ones;
TRUTH.jsonl says where the errors are. A link that covers a planted error, and whose other side says what stood there
before, is an example of two versions of one fact; every link in an untouched set is taken for two facts, but for those of
findings that were read and are right (findings_read.jsonl). Of figures each planted error counts once, however many links cover it; a
link counts as its share of it. Logistic regression, no packages.

With K/N the events are dealt into N parts and those of part K are left out, so that the program can be measured on them with
weights that have not seen them; their names are printed to stderr."""
import collections, hashlib, json, math, os, sys

DAYS = {'date', 'time'}
# Weights given by hand, with the reason.
HAND = {
    # A planted error stands in one story, so the fit would hold every second story against a slip; outlets copy slips.
    'odd': -0.7,
    # Figures that are parts of a whole, of two periods, or told in two ways (3% more, 3%), are few among the planted ones.
    'period': -2.5,
    'whole': 1.3,
    'told': -7.0,
    # Names stand beside ages, of which none is planted.
    'named': 2.0,
    # Of what all others count alike the odd one is a slip whatever else speaks against it; fitted, it would take weight from the rest.
    'counted': 4.0,
}
# Given once the others are fitted, which would else make up for it: all planted figures are slips, but sentences that are
# nearly one tell of one fact however far their figures are apart.
AFTER = {
    'high': 3.5,
    # Of planted errors the right figure always stands in three sources or more, so the fit cannot see that two sources which
    # differ by themselves differ on one fact less often. The bias goes down by as much, and that against counts a little: on
    # a hundred events that were not fitted to, counts were told too seldom and pairs of two sources wrongly.
    'support': 0.2, 'bias': -5.26, 'count': -1.98,
}
FIGURES_ONLY = {'named', 'counted'}


def read_conflicts():
    """pairs of places in untouched sets that do say otherwise of one fact"""
    path = os.path.join(os.path.dirname(os.path.abspath(__file__)), 'findings_read.jsonl')
    rows = [r for r in map(json.loads, open(path, encoding='utf-8')) if r['right']]
    return {(r['set'], frozenset((s if field == 'text' else f'{s}#title', at) for s, field, at in (r['claims'][0], r['claims'][-1]))) for r in rows}


def main():
    conflicts = read_conflicts()
    evidence, truth, sets = sys.argv[1:4]
    left_out = part_of(sys.argv[4]) if len(sys.argv) > 4 else lambda event: False
    texts = {}
    for line in open(sets, encoding='utf-8'):
        s = json.loads(line); texts[s['set'], s['id']] = s['text'].encode()
    planted = {t['set']: t for t in map(json.loads, open(truth, encoding='utf-8'))}
    rows = []
    lines = open(evidence, encoding='utf-8')
    keys = next(lines).rstrip('\n').split('\t')[8:]
    fixed = [keys.index(k) for k in HAND]
    hit, unseen = collections.Counter(), set()
    for line in lines:
        f = line.rstrip('\n').split('\t')
        set_, x = f[0], [float(v) for v in f[8:]]
        for i in fixed: x[i] = 0
        event = set_[len('base/'):] if set_.startswith('base/') else planted[set_]['event'] if set_ in planted else ''
        if left_out(event):
            unseen.add(event); continue
        sides = [(f[2], int(f[3]), int(f[4])), (f[5], int(f[6]), int(f[7]))]
        if set_.startswith('base/'):
            if (set_[len('base/'):], frozenset(side[:2] for side in sides)) in conflicts: continue
            rows.append((x, 0, f)); continue
        t = planted.get(set_)
        if not t: continue
        over = [s for s in sides if s[0] == t['story'] and s[1] < t['end'] and t['start'] < s[2]]
        if not over: continue
        other = sides[1] if over[0] == sides[0] else sides[0]
        if (set_, other[0]) not in texts: continue
        said = texts[set_, other[0]][other[1]:other[2]].decode(errors='replace')
        fold = lambda w: ''.join(w.split()).replace(',', '')
        if fold(t['was']) in fold(said):
            rows.append((x, 1, f)); hit[t['family']] += 1
    print(f'# planted by family: {dict(hit)}', file=sys.stderr)
    if unseen: print('# left out:', *sorted(unseen), file=sys.stderr)
    for section, kinds in (('evidence', None), ('evidence-day', {'date'}), ('evidence-time', {'time'})):
        part = [r for r in rows if (r[2][1] in kinds if kinds else r[2][1] not in DAYS)]
        if not any(y for _, y, _ in part): continue
        shares = collections.Counter(f[0] for _, y, f in part if y and kinds is None)
        report(section, keys, part, fit([(x, y, 1 / shares.get(f[0], 1)) for x, y, f in part]))


def part_of(part):
    """'K/N': does an event belong to part K? By a hash of its name, so that it does in every run"""
    k, n = map(int, part.split('/'))
    return lambda event: int(hashlib.md5(event.encode()).hexdigest(), 16) % n == k


def solve(a, b):
    """Gaussian elimination of a symmetric positive system"""
    n = len(b); m = [r[:] + [v] for r, v in zip(a, b)]
    for i in range(n):
        p = max(range(i, n), key=lambda r: abs(m[r][i])); m[i], m[p] = m[p], m[i]
        for r in range(n):
            if r != i:
                k = m[r][i] / m[i][i]
                m[r] = [u - k * v for u, v in zip(m[r], m[i])]
    return [m[i][n] / m[i][i] for i in range(n)]


def fit(data, ridge=0.3, steps=30):
    """iteratively reweighted least squares with a ridge that keeps weights of rare features small"""
    n = len(data[0][0]); w = [0.0] * n
    for _ in range(steps):
        g = [-ridge * v for v in w]; h = [[ridge * (i == j) for j in range(n)] for i in range(n)]
        for x, y, share in data:
            p = sigmoid(w, x); q = share * max(p * (1 - p), 1e-6); on = [i for i in range(n) if x[i]]
            for i in on:
                g[i] += share * (y - p) * x[i]
                for j in on: h[i][j] += q * x[i] * x[j]
        w = [a + b for a, b in zip(w, solve(h, g))]
    return w


def sigmoid(w, x): return 1 / (1 + math.exp(-max(-30, min(30, sum(a * b for a, b in zip(w, x))))))


def report(section, keys, rows, w):
    print(section + ':')
    for k, v in zip(keys, w):
        v = AFTER[k] if k in AFTER and section == 'evidence' else HAND[k] if k in HAND and (section == 'evidence' or k not in FIGURES_ONLY) else v
        if any(x[keys.index(k)] for x, _, _ in rows) or v: print(f'  {k}: {v:.2f}')
    pos = sum(y for _, y, _ in rows); neg = len(rows) - pos
    print(f'# {section}: {pos} planted links, {neg} links of untouched sets', file=sys.stderr)
    for cut in (.2, .3, .4, .5, .6, .7, .8, .9):
        print(f'#   strength >= {cut}: {sum(sigmoid(w, x) >= cut and y for x, y, _ in rows)} planted, {sum(sigmoid(w, x) >= cut and not y for x, y, _ in rows)} of untouched sets', file=sys.stderr)


main()
