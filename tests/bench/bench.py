#!/usr/bin/env python3
"""bench.py --daejo PATH [--stories FILE.jsonl [--megabytes N]] [--rounds N]: what daejo costs, in ratios.

Times are processor time, user and system, the least of N rounds. They are of one machine and one moment, so they are read
as ratios: growth against size times its logarithm (1.0 where it grows just so, less where it grows slower), and speed
against ripgrep (or GNU grep, where that is what there is), which counts the lines with a figure of the same file in the
same run.
Stories come from make_stories.py; --stories measures the speed on real ones as well, repeated under new ids
and sets."""
import argparse, json, math, os, shutil, subprocess, sys, tempfile

HERE = os.path.dirname(os.path.abspath(__file__))
FIGURE = r'[0-9][0-9,.]*\s?(조|억|만|원|달러|명|%|일|월|년)'


def run(command):
    """(seconds, megabytes at the peak)"""
    with open(os.devnull, 'wb') as sink:
        child = subprocess.Popen(command, stdout=sink, stderr=subprocess.PIPE)
        said = child.stderr.read()
        _, status, used = os.wait4(child.pid, 0)
    code = os.waitstatus_to_exitcode(status)
    if code not in (0, 1):
        sys.exit(f'{command[0]} ended with {code}: {said.decode(errors="replace")[:500]}')
    return used.ru_utime + used.ru_stime, used.ru_maxrss / 1024


def renamed(folder, path, megabytes):
    """the stories of a file again and again under new ids and sets, up to a size"""
    with open(path, encoding='utf-8') as lines:
        rows = [json.loads(line) for line in lines]
    out_path = os.path.join(folder, f'{os.path.basename(path)} to {megabytes} MB')
    written, turn = 0, 0
    with open(out_path, 'wb') as out:
        while rows and written < megabytes * 1e6:
            for row in rows:
                new = dict(row, id=f'{row["id"]}-{turn}', set=f'{row.get("set") or row.get("event") or ""}-{turn}')
                written += out.write((json.dumps(new, ensure_ascii=False) + '\n').encode())
                if written >= megabytes * 1e6:
                    break
            turn += 1
    return out_path


def least(command, rounds):
    measured = [run(command) for _ in range(rounds)]
    return min(seconds for seconds, _ in measured), max(peak for _, peak in measured)


def make(folder, sets, stories):
    path = os.path.join(folder, f'{sets}x{stories}.jsonl')
    with open(path, 'wb') as out:
        subprocess.run([sys.executable, os.path.join(HERE, 'make_stories.py'), '--sets', str(sets), '--stories', str(stories)],
                       stdout=out, check=True)
    return path


def growth(a, folder, start_up, title, sizes):
    print(f'\n{title}\n{"stories":>8} {"MB":>6} {"seconds":>8} {"MB/s":>6} {"peak MB":>8}  against n log n')
    first = None
    for sets, stories in sizes:
        path = make(folder, sets, stories)
        size = os.path.getsize(path) / 1e6
        seconds, peak = least([a.daejo, 'check', '--format', 'json', path], a.rounds)
        work = seconds - start_up
        share = work / (size * math.log(sets * stories))
        first = first or share
        print(f'{sets * stories:8} {size:6.2f} {seconds:8.3f} {size / seconds:6.1f} {peak:8.1f}  {share / first:.2f}')


def speed(a, path):
    size = os.path.getsize(path) / 1e6
    print(f'\nspeed over {os.path.basename(path)}, {size:.1f} MB\n{"":10} {"seconds":>8} {"MB/s":>8}  of it')
    counter = ['rg', '-c'] if shutil.which('rg') else ['grep', '-c', '-P']
    rg = max(least([*counter, FIGURE, path], a.rounds)[0], 0.001)
    print(f'{" ".join(counter):10} {rg:8.3f} {size / rg:8.1f}  1')
    for command in (['extract'], ['check', '--format', 'json']):
        seconds, _ = least([a.daejo, *command, path], a.rounds)
        print(f'{command[0]:10} {seconds:8.3f} {size / seconds:8.1f}  1/{seconds / rg:.0f}')


def main():
    parser = argparse.ArgumentParser(description=__doc__.split('\n')[0])
    parser.add_argument('--daejo', required=True)
    parser.add_argument('--stories')
    parser.add_argument('--megabytes', type=float, default=50, help='that --stories is repeated to')
    parser.add_argument('--rounds', type=int, default=3)
    a = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        start_up, _ = least([a.daejo, 'check', make(folder, 1, 1)], a.rounds)
        print(f'start-up with all rules, and one story: {1000 * start_up:.0f} ms')
        growth(a, folder, start_up, 'sets of six stories', [(n, 6) for n in (25, 50, 97, 200, 400)])
        growth(a, folder, start_up, 'one set', [(1, n) for n in (125, 250, 500, 1000, 2000)])
        speed(a, make(folder, 400, 6))
        if a.stories:
            speed(a, renamed(folder, a.stories, a.megabytes))


if __name__ == '__main__':
    main()
