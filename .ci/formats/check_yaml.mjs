#!/usr/bin/env node
// The JSON Schemas of rules/schema: sound by their own meta-schema, all YAML that is shipped or shown passes them, and what the
// loader refuses they refuse.
import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import fs from "node:fs";
import os from "node:os";
import path from "node:path";
import Ajv from "ajv/dist/2020.js";
import { parse } from "yaml";

const program = process.argv[2];
const here = import.meta.dirname ?? path.dirname(new URL(import.meta.url).pathname);
const top = process.env.DAEJO_TOP ?? path.join(here, "../..");
const ajv = new Ajv({ strict: true, strictTypes: false, strictRequired: false, allowUnionTypes: true, allErrors: true });
const schema = (name) => ajv.compile(JSON.parse(fs.readFileSync(path.join(top, "rules/schema", name), "utf8")));
const schemas = { rules: schema("rules.json"), checks: schema("checks.json"), facts: schema("facts.json"), config: schema("config.json") };

let passed = 0;
function holds(name, text, what) {
  const okay = schemas[name](parse(text) ?? {});
  assert.ok(okay, `${what}: ${JSON.stringify(schemas[name].errors?.slice(0, 3))}`);
  passed += 1;
}
function refuses(name, text) {
  assert.ok(!schemas[name](parse(text)), `${name}.json takes what the loader refuses: ${text}`);
  passed += 1;
}

const below = (folder) => fs.readdirSync(folder, { recursive: true }).map((file) => path.join(folder, file));
for (const file of below(path.join(top, "rules")).filter((file) => file.endsWith(".yaml")))
  holds(path.basename(file) === "checks.yaml" && path.dirname(file) === path.join(top, "rules") ? "checks" : "rules", fs.readFileSync(file, "utf8"), file);
for (const file of below(path.join(top, "tests")).filter((file) => /facts?\.yaml$|fact-sheet\.yaml$/.test(file)))
  holds("facts", fs.readFileSync(file, "utf8"), file);

// what init writes, with every example filled in
const scratch = fs.mkdtempSync(path.join(os.tmpdir(), "daejo-"));
execFileSync(program, ["init", path.join(scratch, "daejo.yaml")], { stdio: "ignore" });
const written = fs.readFileSync(path.join(scratch, "daejo.yaml"), "utf8");
fs.rmSync(scratch, { recursive: true });
const filled = written.replace(/^# \S.*$/gm, "").replace(/^#/gm, "");
assert.ok(Object.keys(parse(filled)).length >= 8, "init shows fewer keys than there are");
holds("config", written, "init");
holds("config", filled, "init, filled in");

refuses("rules", "rules: [{id: a, kind: money, pattern: x}]");
refuses("rules", "rules: [{id: a, kind: mony, pattern: x, examples: []}]");
refuses("rules", "rule: []");
refuses("rules", "modifiers: [{id: a, before: x, after: y, bound: about, examples: []}]");
refuses("rules", "rules: [{id: a, kind: money, pattern: x, examples: [{text: a, value: {low: 1}, nothing: true}]}]");
refuses("checks", "unit-slip: {loude: 1}");
refuses("checks", "unit-slop: {loud: 1}");
refuses("checks", "conversion: {days: many}");
refuses("facts", "facts: [{about: [a], amount: 3, date: x}]");
refuses("facts", "facts: [{amount: 3}]");
refuses("facts", "fact: []");
refuses("config", "fail-on: eror");
refuses("config", "checks: {unit-slip: of}");
refuses("config", "checks: {align: off}");
refuses("config", "checks: {quotes: {likness: 1}}");
refuses("config", "suppressions: [{check: unit-slip}]");
refuses("config", "suppressions: [{check: nix, reason: x}]");
refuses("config", "suppressions: [{check: [unit-slip, nix], reason: x}]");
refuses("config", "suppressions: [{check: unit-slip, reason: x, until: soon}]");
console.log(`${passed} documents`);
