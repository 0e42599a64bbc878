#!/usr/bin/env python3
"""bench.py --daejo PATH [--long] [--stories FILE.jsonl [--megabytes N]] [--rounds N]: what daejo costs, in ratios.

Times are processor time, user and system, the least of N rounds. They are of one machine and one moment, so they are read
as ratios: growth against size times its logarithm (1.0 where it grows just so, less where it grows slower), and speed
against ripgrep (or GNU grep, where that is what there is), which counts the lines with a figure of the same file in the
same run.
Stories come from make_stories.py; --stories measures the speed on real ones as well, repeated under new ids
and sets. --long adds the sizes that take minutes: 5,000 stories of one set, 100,000 sets, one story of 50 MB."""
import argparse, itertools, json, math, os, shutil, subprocess, sys, tempfile

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


def make(folder, sets, stories, sentences=12):
    path = os.path.join(folder, f'{sets}x{stories}.jsonl')
    with open(path, 'wb') as out:
        subprocess.run([sys.executable, os.path.join(HERE, 'make_stories.py'), '--sets', str(sets), '--stories', str(stories),
                        '--sentences', str(sentences)], stdout=out, check=True)
    return path


def one_story(folder, source, megabytes):
    """the texts of a file of stories one behind the other, as one story of that size"""
    with open(source, encoding='utf-8') as lines:
        texts = [json.loads(line)['text'] + '\n\n' for line in lines]
    path = os.path.join(folder, f'{os.path.basename(source)} as one of {megabytes} MB.txt')
    written = 0
    with open(path, 'wb') as out:
        for text in itertools.cycle(texts):
            written += out.write(text.encode())
            if written >= megabytes * 1e6:
                return path


def growth(a, start_up, title, unit, files, commands=('check',)):
    """files: (number of what grows, path); the growth is against n log n for stories of one set, else against n"""
    for command in commands:
        against = 'n log n' if unit == 'stories' else 'n'
        print(f'\n{command}: {title}\n{unit:>8} {"MB":>7} {"seconds":>8} {"MB/s":>6} {"peak MB":>8}  against {against}')
        first = None
        for n, path in files:
            size = os.path.getsize(path) / 1e6
            rounds = 1 if size > 20 else a.rounds
            seconds, peak = least([a.daejo, command, *(['--format', 'json'] if command == 'check' else []), path], rounds)
            share = (seconds - start_up) / (size * (math.log(n) if unit == 'stories' else 1))
            first = first or share
            print(f'{n:8} {size:7.2f} {seconds:8.3f} {size / seconds:6.1f} {peak:8.1f}  {share / first:.2f}', flush=True)


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
    parser.add_argument('--long', action='store_true', help='the sizes that take minutes too')
    a = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        start_up, _ = least([a.daejo, 'check', make(folder, 1, 1)], a.rounds)
        print(f'start-up with all rules, and one story: {1000 * start_up:.0f} ms')
        growth(a, start_up, 'one set', 'stories', [(n, make(folder, 1, n)) for n in (125, 500, 1000, 2000) + a.long * (5000,)], ('check', 'facts'))
        growth(a, start_up, 'sets of two short stories', 'sets', [(n, make(folder, n, 2, sentences=6)) for n in (10, 100, 1000) + a.long * (10000, 100000)])
        dense = make(folder, 400, 6)
        for name, source in ('dense', dense), ('newspaper', a.stories):
            if source:
                sizes = (1, 10) + a.long * (50,)
                growth(a, start_up, f'one {name} story', 'size', [(n, one_story(folder, source, n)) for n in sizes], ('extract', 'check'))
        speed(a, dense)
        if a.stories:
            speed(a, renamed(folder, a.stories, a.megabytes))


if __name__ == '__main__':
    main()
