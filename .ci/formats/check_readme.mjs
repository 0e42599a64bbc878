#!/usr/bin/env node
// The README's pipelines: they are YAML, their commands run as they stand and write the files that the next steps take; and its
// table of formats is that of the program.
import assert from "node:assert/strict";
import { execFileSync, spawnSync } from "node:child_process";
import fs from "node:fs";
import os from "node:os";
import path from "node:path";
import { validateWorkflow } from "@action-validator/core";
import { parse, stringify } from "yaml";

const program = path.resolve(process.argv[2]);
const here = import.meta.dirname ?? path.dirname(new URL(import.meta.url).pathname);
const top = path.join(here, "../..");
const readme = fs.readFileSync(path.join(top, "README.md"), "utf8");
const section = readme.slice(readme.indexOf("## Formats, and in a pipeline")).split(/\n## /)[0];

const told = [...section.matchAll(/^\| (`.*?) \|/gm)].flatMap((row) => [...row[1].matchAll(/`(\w+)`/g)].map((name) => name[1]));
const help = execFileSync(program, ["check", "--help"], { encoding: "utf8" });
const known = [...help.slice(help.indexOf("\nformats")).matchAll(/^ {2}([a-z]+) {2,}\S/gm)].map((row) => row[1]);
assert.ok(known.length > 10, help);
for (const format of known) if (format !== "baseline") assert.ok(told.includes(format), `README.md tells nothing of ${format}`);
for (const format of told) assert.ok(known.includes(format), `README.md tells of ${format}, which there is not`);

// an indented block that begins with this line
const block = (first) => {
  const lines = section.slice(section.indexOf("    " + first)).split("\n");
  const end = lines.findIndex((line) => line && !line.startsWith("    "));
  return parse(lines.slice(0, end < 0 ? undefined : end).map((line) => line.slice(4)).join("\n"));
};
const folder = fs.mkdtempSync(path.join(os.tmpdir(), "daejo-"));
fs.mkdirSync(path.join(folder, "bin"));
fs.symlinkSync(program, path.join(folder, "bin/daejo"));
fs.cpSync(path.join(top, "tests/stories/stargate"), path.join(folder, "stories"), { recursive: true });
const env = { ...process.env, PATH: `${folder}/bin:${process.env.PATH}` };
const run = (command) => spawnSync("bash", ["-ec", command], { cwd: folder, env, encoding: "utf8" });

// what the action and the hook are given is what they take; their version is the program's
const version = execFileSync(program, ["--version"], { encoding: "utf8" }).trim().split(" ")[1];
const yaml = (file) => parse(fs.readFileSync(path.join(top, file), "utf8"));
const actions = block("permissions:");
const workflow = { on: "push", permissions: actions.permissions, jobs: { stories: { "runs-on": "ubuntu-latest", steps: actions.steps } } };
assert.deepEqual(validateWorkflow(stringify(workflow)).errors, []);
assert.equal(actions.permissions["security-events"], "write");
const step = actions.steps.find((step) => step.uses.startsWith("OWNER/daejo@"));
assert.equal(step.uses, `OWNER/daejo@v${version}`);
for (const input of Object.keys(step.with)) assert.ok(yaml("action.yml").inputs[input], input);

const [repo] = block("repos:").repos;
assert.equal(repo.rev, `v${version}`);
for (const hook of repo.hooks) assert.ok(yaml(".pre-commit-hooks.yaml").some((known) => known.id === hook.id), hook.id);

const gitlab = block("stories:").stories;
assert.equal(run(gitlab.script).status, 1);
for (const report of Object.values(gitlab.artifacts.reports)) assert.ok(fs.statSync(path.join(folder, report)).size > 100, report);
fs.rmSync(folder, { recursive: true });
console.log(`${told.length} formats, 3 pipelines`);
