#!/usr/bin/env python3
"""score_findings_read.py --daejo PATH [--labels FILE] SETS.jsonl: how many loud findings are right.

Runs `daejo check` on the stories, a set an event, and looks its errors and warnings up in findings_read.jsonl, the
verdicts of a reader. Findings that nobody has read are listed: read them, and add their rows."""
import argparse, collections, json, os, subprocess, sys

LABELS = os.path.join(os.path.dirname(os.path.abspath(__file__)), 'findings_read.jsonl')


def places(finding):
    return {(c['story'], c['field'], c['start']) for c in finding['claims']}


def verdict(finding, rows):
    for row in rows[finding['set'], finding['check']]:
        if {tuple(c) for c in row['claims']} <= places(finding):
            return 'right' if row['right'] else 'wrong'
    return 'unread'


def main():
    parser = argparse.ArgumentParser(description=__doc__.split('\n')[0])
    parser.add_argument('--daejo', required=True)
    parser.add_argument('--labels', default=LABELS)
    parser.add_argument('stories')
    a = parser.parse_args()
    rows = collections.defaultdict(list)
    for line in open(a.labels, encoding='utf-8'):
        row = json.loads(line)
        rows[row['set'], row['check']].append(row)
    run = subprocess.run([a.daejo, 'check', '--format', 'json', a.stories], capture_output=True)
    if run.returncode not in (0, 1):
        sys.exit(run.stderr.decode(errors='replace'))
    report = json.loads(run.stdout)
    by = collections.defaultdict(collections.Counter)
    for finding in report['findings']:
        if finding['severity'] == 'note':
            continue
        said = verdict(finding, rows)
        by[finding['check']][said] += 1
        if said == 'unread':
            print('unread:', finding['set'], finding['message'], sorted(places(finding)))
    total = sum(by.values(), collections.Counter())
    for check, n in sorted(by.items()):
        print(f"{check:24} right {n['right']:3}  wrong {n['wrong']:3}  unread {n['unread']:3}")
    read = total['right'] + total['wrong']
    print(f"{len(report['stories'])} stories, {sum(total.values())} loud findings: {total['right']} of {read} read are right, "
          f"{total['right'] / max(1, read):.1%}")


if __name__ == '__main__':
    main()
