#!/usr/bin/env python3
"""mutate_code.py BUILD [--mutants N] [--seed N] [--minutes N] [--only FILE]: which changes of the code no test notices.

Copies the tree to a folder of its own, and there changes one place of src/value, src/align or src/check at a time: a comparison
is flipped or moved by one, a condition negated, a number moved by one, a statement dropped, && and || exchanged. Each mutant
is built, and the tests that concern it are run up to the first failure. A mutant that no test notices is told with its line.
BUILD is made by this script where it is not there yet; it must not be used for anything else.
"""
import argparse
import pathlib
import random
import re
import shutil
import subprocess
import sys
import time

TREE = pathlib.Path(__file__).resolve().parents[2]
FOLDERS = ["src/value", "src/align", "src/check"]
TESTS = "^(value|align|check|normalise|golden|stories|engine/test_examples|engine/test_library|report/test_text|cli/(facts|draft|suppress|baseline))"
SWAPS = [
    ("==", "!="), ("!=", "=="), ("<=", "<"), (">=", ">"), (" < ", " <= "), (" > ", " >= "), (" < ", " >= "), (" > ", " <= "),
    (" && ", " || "), (" || ", " && "), (" + 1", ""), (" - 1", ""), (" + ", " - "), (" - ", " + "), ("++", "--"), ("true", "false"),
    ("false", "true"),
]


def code_lines(path):
    """Numbers of lines within functions, without comments."""
    inside, lines = False, path.read_text(encoding="utf-8").split("\n")
    for number, line in enumerate(lines):
        if line == "{":
            inside = True
        elif line == "}":
            inside = False
        elif inside and line.strip() and not line.strip().startswith(("/*", "*", "enum", "static const", "#")):
            yield number, line


def mutants_of(path):
    for number, line in code_lines(path):
        bare = re.sub(r"/\*.*?(\*/|$)", lambda m: " " * len(m.group()), re.sub(r'"[^"]*"', lambda m: "~" * len(m.group()), line))
        for old, new in SWAPS:
            for at in [m.start() for m in re.finditer(re.escape(old), bare)]:
                if old in ("true", "false") and not re.match(r"\b%s\b" % old, bare[at:]):
                    continue
                yield number, line[:at] + new + line[at + len(old):], f"{old.strip()} -> {new.strip() or 'nothing'}"
        condition = re.match(r"(\s*)(if|while) \((.*)\)( \{)?$", line)
        if condition and "/*" not in line:
            yield number, f"{condition[1]}{condition[2]} (!({condition[3]})){condition[4] or ''}", "condition negated"
        if re.match(r"\s+[\w>.*\[\]-]+ [-+|&]?= .*;$", line) or re.match(r"\s+[\w>.-]+\(.*\);$", line) or line.strip() in ("continue;", "break;"):
            yield number, re.match(r"\s*", line)[0] + ";", "statement dropped"
        for m in re.finditer(r"(?<![\w.\"~])(\d+)(?![\w.])", bare):
            yield number, line[: m.start()] + str(int(m[1]) + 1) + line[m.end():], f"{m[1]} -> {int(m[1]) + 1}"


def run(command, cwd, seconds=300):
    try:
        return subprocess.run(command, cwd=cwd, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, timeout=seconds, text=True, errors="replace")
    except subprocess.TimeoutExpired:
        return None


def main():
    args = argparse.ArgumentParser(usage=__doc__)
    args.add_argument("build", type=pathlib.Path)
    args.add_argument("--mutants", type=int, default=150)
    args.add_argument("--seed", type=int, default=1)
    args.add_argument("--minutes", type=float, default=1e9)
    args.add_argument("--only", default="")
    given = args.parse_args()
    copy, made = given.build / "tree", given.build / "made"
    shutil.rmtree(copy, ignore_errors=True)
    shutil.copytree(TREE, copy, ignore=shutil.ignore_patterns("build", "build-*", ".git"))
    files = sorted(f for folder in FOLDERS for f in (copy / folder).glob("*.c") if given.only in str(f))
    everything = [(f, *m) for f in files for m in mutants_of(f)]
    random.Random(given.seed).shuffle(everything)
    run(["cmake", "-S", str(copy), "-B", str(made), "-G", "Ninja", "-DCMAKE_BUILD_TYPE=Release", "-DCMAKE_C_FLAGS_RELEASE=-O1"], copy)
    targets = ["daejo_cli", "check_test_cases"] + [f"{d}_{f.stem}" for d in ("value", "align", "normalise", "check") for f in (copy / "tests" / d).glob("test_*.c")]
    targets += ["engine_test_examples", "engine_test_library", "report_test_text"]
    whole = run(["ninja", "-C", str(made), *sorted(set(targets))], copy, 3000)
    if not whole or whole.returncode:
        sys.exit(whole.stdout[-2000:] if whole else "the build takes too long")
    test = ["ctest", "--test-dir", str(made), "-R", TESTS, "--stop-on-failure", "-j1", "--timeout", "60"]
    clean = run(test, copy, 3000)
    if clean.returncode:
        sys.exit("the tests fail without a mutant:\n" + clean.stdout[-2000:])
    start, done, survivors, unbuilt = time.time(), 0, [], 0
    for path, number, line, what in everything:
        if done == given.mutants or time.time() - start > given.minutes * 60:
            break
        before = path.read_text(encoding="utf-8")
        lines = before.split("\n")
        was, lines[number] = lines[number], line
        path.write_text("\n".join(lines), encoding="utf-8")
        built = run(["ninja", "-C", str(made), *sorted(set(targets))], copy)
        if not built or built.returncode:
            unbuilt += 1
        else:
            done += 1
            tested = run(test, copy, 600)
            if tested and tested.returncode == 0:
                survivors.append(path)
                print(f"{path.relative_to(copy)}:{number + 1}: {what}\n    {was.strip()}\n    {line.strip()}", flush=True)
        path.write_text(before, encoding="utf-8")
    share = 100 * len(survivors) / done if done else 0
    print(f"{done} mutants of {len(everything)}, seed {given.seed}: {len(survivors)} unnoticed ({share:.0f}%); {unbuilt} more did not compile")


if __name__ == "__main__":
    main()
