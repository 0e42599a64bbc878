#!/usr/bin/env python3
"""mutate_code.py BUILD [--mutants N] [--seed N] [--only FILE] [--again]: which changes of the code no test notices.

Copies the tree to a folder of its own, and there changes one place of src/value, src/align or src/check at a time: a comparison
is flipped or moved by one, a condition negated, a number moved by one, a statement dropped, && and || exchanged. Of each mutant
the one file is compiled, and the tests that concern it are run, the quick ones first and those under the sanitizers last, up to
the first failure. A mutant that no test notices is told with its line, unless equivalent.tsv says why it does nothing.
The verdicts are kept in BUILD/verdicts.tsv: a run that was stopped goes on where it was, and --again tries those anew that were
not noticed. A mutant is drawn by its text and the seed, so that what is changed elsewhere changes nothing in the sample.
BUILD is made by this script where it is not there yet; it must not be used for anything else. One core is used.
"""
import argparse
import collections
import hashlib
import pathlib
import re
import resource
import shutil
import subprocess
import sys

TREE = pathlib.Path(__file__).resolve().parents[2]
FOLDERS = ["src/value", "src/align", "src/check"]
STAGES = [ # build, targets by file name of the tests (None: the program), and the tests they are for
    ("made", ["check/*"], "^check/|^house/thresholds"),
    ("made", ["value/*", "align/*", "normalise/*", "engine/test_examples"], "^(value|align|normalise)/|^engine/test_examples"),
    ("made", ["engine/test_library", "engine/test_memory", None], "^engine/test_(library|memory)|^(golden|stories)/|^cli/(draft|suppress|baseline)"),
    ("sanitized", ["check/*", "value/*", "align/*"], "^(check|value|align)/"),
]
BUILDS = {
    "made": ["-DCMAKE_BUILD_TYPE=Release", "-DCMAKE_C_FLAGS_RELEASE=-O1"],
    "sanitized": ["-DCMAKE_BUILD_TYPE=Debug", "-DDAEJO_SANITIZE=ON"],
}
MEMORY = 4 << 30 # bytes: a mutant may ask for more and more
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
        bare = re.sub(r'"[^"]*"|\'\\?.\'', lambda m: "~" * len(m.group()), line)
        bare = re.sub(r"/\*.*?(\*/|$)", lambda m: " " * len(m.group()), bare)
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
            is_of_type = re.search(r"sizeof [\w.>-]+\[$", bare[: m.start()]) # sizeof args[0], of which no more than the type counts
            if not is_of_type and not re.search(r"\? -?1 : -?1", bare): # of a comparison only the sign counts
                yield number, line[: m.start()] + str(int(m[1]) + 1) + line[m.end():], f"{m[1]} -> {int(m[1]) + 1}"


def everything_of(tree, seed, only):
    """All mutants as (key, file, number of the line, the line mutated), in the order of the sample."""
    found, seen = {}, collections.Counter()
    for path in sorted(f for folder in FOLDERS for f in (tree / folder).glob("*.c")):
        lines = path.read_text(encoding="utf-8").split("\n")
        name = str(path.relative_to(tree))
        for number, line, what in mutants_of(path) if only in name else []:
            key = (name, lines[number].strip(), line.strip(), what)
            seen[key] += 1
            found[(*key, seen[key])] = (path, number, line)
    return sorted(((key, *at) for key, at in found.items()), key=lambda m: hashlib.sha256(f"{seed} {m[0]}".encode()).digest())


def limit_memory():
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))


def run(command, cwd, is_limited=True, seconds=600):
    """Whether it ends well, and what it says."""
    try:
        done = subprocess.run(command, cwd=cwd, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, timeout=seconds, text=True,
                              errors="replace", preexec_fn=limit_memory if is_limited else None)
        return done.returncode == 0, done.stdout
    except subprocess.TimeoutExpired:
        return False, "takes too long"


def stage_holds(build, stage):
    """"unbuilt", "killed" with the test that noticed it, or "unnoticed"."""
    copy, (made, names, tests), targets = build / "tree", STAGES[stage], []
    for name in names:
        targets += [f"{f.parent.name}_{f.stem}" for f in (copy / "tests").glob(name + ".c") if f.stem.startswith("test_")] if name else ["daejo_cli"]
    is_limited = made != "sanitized" # which maps more than there is
    is_built, said = run(["ninja", "-C", str(build / made), "-j1", *sorted(targets)], copy, is_limited)
    if not is_built:
        return "unbuilt", said
    holds, said = run(["ctest", "--test-dir", str(build / made), "-R", tests, "--stop-on-failure", "-j1", "--timeout", "30"], copy, is_limited)
    failed = re.search(r"#\d+: (\S+) \.*\*\*\*", said)
    return ("unnoticed", "") if holds else ("killed", failed[1] if failed else said)


def verdict(build):
    for stage in range(len(STAGES)):
        held, said = stage_holds(build, stage)
        if held != "unnoticed":
            return held, said
    return "unnoticed", ""


def rows(path):
    text = path.read_text(encoding="utf-8") if path.exists() else ""
    return [line.split("\t") for line in text.split("\n") if line and not line.startswith("#")]


def files_of(tree):
    left_out = re.compile(r"(^|/)(build|build-[^/]*|node_modules|__pycache__)/|(^|/)\.git(/|$)")
    found = (f.relative_to(tree) for f in tree.rglob("*") if f.is_file())
    return {f for f in found if not left_out.search(str(f))}


def prepared(build):
    """A copy of the tree, built and with tests that hold. What is the same already is left, so that little is built anew."""
    copy = build / "tree"
    for file in files_of(copy) - files_of(TREE):
        (copy / file).unlink()
    for file in files_of(TREE):
        if not (copy / file).exists() or (copy / file).read_bytes() != (TREE / file).read_bytes():
            (copy / file).parent.mkdir(parents=True, exist_ok=True)
            shutil.copy(TREE / file, copy / file)
    for made, options in BUILDS.items():
        run(["cmake", "-S", str(copy), "-B", str(build / made), "-G", "Ninja", *options], copy)
    held, said = verdict(build)
    if held != "unnoticed":
        sys.exit(f"without a mutant: {held}: {said[-2000:]}")


def main():
    args = argparse.ArgumentParser(usage=__doc__)
    args.add_argument("build", type=pathlib.Path)
    args.add_argument("--mutants", type=int, default=150)
    args.add_argument("--seed", type=int, default=1)
    args.add_argument("--only", default="")
    args.add_argument("--again", action="store_true")
    given = args.parse_args()
    kept = given.build / "verdicts.tsv"
    prepared(given.build)
    equivalent = {(file, was, now, int(place)) for file, was, now, place, why in rows(pathlib.Path(__file__).with_name("equivalent.tsv"))}
    known = {tuple(row[2:]): row[:2] for row in rows(kept) if not (given.again and row[0] == "unnoticed")}
    counts, everything = collections.Counter(), everything_of(given.build / "tree", given.seed, given.only)
    for key, path, number, line in everything:
        if counts.total() - counts["unbuilt"] == given.mutants:
            break
        row = tuple(str(k) for k in key)
        if (*key[:3], key[4]) in equivalent:
            held = "equivalent"
        elif row in known:
            held = known[row][0]
        else:
            before = path.read_text(encoding="utf-8")
            lines = before.split("\n")
            lines[number] = line
            path.write_text("\n".join(lines), encoding="utf-8")
            held, said = verdict(given.build)
            path.write_text(before, encoding="utf-8")
            with open(kept, "a", encoding="utf-8") as out:
                out.write("\t".join((held, " ".join(said.split())[-80:], *row)) + "\n")
        counts[held] += 1
        if held == "unnoticed":
            print(f"{key[0]}:{number + 1}: {key[3]}\n    {key[1]}\n    {key[2]}", flush=True)
    print(f"of {len(everything)} mutants, seed {given.seed}: {dict(counts)}")


if __name__ == "__main__":
    main()
