#!/usr/bin/env node
// action.yml: valid by the schema that GitHub's own tools use; no expression in a script; and every script of it run in bash as a
// runner would, with the inputs in the environment: it installs daejo, tells what it finds, and fails as it says.
import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import fs from "node:fs";
import os from "node:os";
import path from "node:path";
import { validateAction } from "@action-validator/core";
import { parse } from "yaml";

const here = import.meta.dirname ?? path.dirname(new URL(import.meta.url).pathname);
const top = path.join(here, "../..");
const text = fs.readFileSync(path.join(top, "action.yml"), "utf8");
assert.deepEqual(validateAction(text).errors, []);
const action = parse(text);

const scripts = action.runs.steps.filter((step) => step.run);
for (const step of scripts) {
  assert.doesNotMatch(step.run, /\$\{\{/, `${step.name}: an expression in a script`);
  assert.equal(spawnSync("bash", ["-n"], { input: step.run }).status, 0, step.name);
}
for (const [name, input] of Object.entries(action.inputs)) {
  assert.ok(input.description.length > 10, name);
  assert.ok(JSON.stringify(action.runs).includes(`inputs.${name}`), `the input ${name} is used nowhere`);
}
for (const [, name] of text.matchAll(/inputs\.([a-z-]+)/g)) assert.ok(action.inputs[name], `there is no input ${name}`);
for (const step of action.runs.steps.filter((step) => step.uses)) assert.match(step.uses, /^github\/[a-z-]+\/[a-z-]+@v\d+$/);

const scratch = fs.mkdtempSync(path.join(os.tmpdir(), "daejo action "));
const files = Object.fromEntries(["GITHUB_PATH", "GITHUB_OUTPUT", "GITHUB_STEP_SUMMARY"].map((name) => [name, path.join(scratch, name)]));
const read = (name) => fs.readFileSync(files[name], "utf8");

// one job: the given inputs, the steps in their order, and what each would see of those before
function job(inputs, { installs }) {
  const given = Object.fromEntries(Object.entries(action.inputs).map(([name, input]) => [name, inputs[name] ?? input.default]));
  for (const file of Object.values(files)) fs.writeFileSync(file, "");
  const outputs = {};
  const value = (expression) => expression.replace(/\$\{\{ (?:inputs\.([a-z-]+)|steps\.check\.outputs\.([a-z]+)) \}\}/g,
    (whole, input, output) => (input ? given[input] : outputs[output] ?? ""));
  let last;
  for (const step of scripts.slice(installs ? 0 : 1)) {
    const env = Object.fromEntries(Object.entries(step.env ?? {}).map(([name, said]) => [name, value(said)]));
    last = spawnSync("bash", ["--noprofile", "--norc", "-eo", "pipefail", "-c", step.run], {
      cwd: path.join(scratch, "desk"), encoding: "utf8",
      env: { ...process.env, ...files, RUNNER_TEMP: scratch, GITHUB_ACTION_PATH: top, PATH: `${scratch}/daejo/bin:${process.env.PATH}`, ...env },
    });
    if (step.id === "check") job.check = last;
    for (const line of read("GITHUB_OUTPUT").split("\n").filter(Boolean)) outputs[line.slice(0, line.indexOf("="))] = line.slice(line.indexOf("=") + 1);
    if (last.status !== 0 && step !== scripts.at(-1)) throw new Error(`${step.name}: ${last.stdout}${last.stderr}`);
  }
  return { status: last.status, outputs, check: job.check };
}

fs.cpSync(path.join(top, "tests/stories/stargate"), path.join(scratch, "desk/my stories"), { recursive: true });
fs.mkdirSync(path.join(scratch, "desk/empty"));

let passed = 0;
const found = job({ paths: "my stories" }, { installs: true });
assert.equal(read("GITHUB_PATH"), `${scratch}/daejo/bin\n`);
assert.equal(found.status, 1);
assert.equal(found.outputs.status, "1");
assert.match(found.check.stdout, /^::error file=my stories\//);
assert.match(read("GITHUB_STEP_SUMMARY"), /^### /);
const sarif = JSON.parse(fs.readFileSync(found.outputs.sarif, "utf8"));
assert.equal(sarif.runs[0].results[0].locations[0].physicalLocation.artifactLocation.uri.slice(0, 12), "my%20stories");
passed++;

assert.equal(job({ paths: "\nmy stories\n", "fail-on": "never" }, {}).status, 0);
passed++;

// lines of options are words; a baseline makes what is known pass
const written = job({ paths: "my stories", options: "--write-baseline\nknown findings.json\n" }, {});
assert.equal(written.status, 0, written.check.stderr);
assert.equal(job({ paths: "my stories", baseline: "known findings.json" }, {}).status, 0);
passed++;

// nothing to read is no success, and leaves no report of an earlier run
const none = job({ paths: "empty" }, {});
assert.equal(none.status, 2);
assert.equal(none.outputs.sarif, undefined);
assert.equal(read("GITHUB_STEP_SUMMARY"), "");
passed++;

// inputs are words, never commands
for (const name of ["paths", "fail-on", "baseline", "options"]) {
  const evil = "$(touch hurt)`touch hurt`; touch hurt; \"'";
  const hurt = job({ paths: "my stories", [name]: evil }, {});
  assert.ok(hurt.status === 2, `${name}: ${hurt.status}`);
  assert.ok(!fs.existsSync(path.join(scratch, "desk/hurt")), `${name} runs a command`);
  passed++;
}
fs.rmSync(scratch, { recursive: true });
console.log(`${passed} passed, 0 failed`);
