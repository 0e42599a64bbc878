#!/usr/bin/env node
// JSON, SARIF, rdjson and code quality reports: their schemas; and their places, which are looked up in the stories as a reader of
// the format would do it, and must hold the words that the JSON report claims there.
import assert from "node:assert/strict";
import fs from "node:fs";
import path from "node:path";
import { spawnSync } from "node:child_process";
import Ajv from "ajv/dist/2020.js";
import addFormats from "ajv-formats";

const reports = process.argv[3];
const here = import.meta.dirname ?? path.dirname(new URL(import.meta.url).pathname);
const load = (file) => JSON.parse(fs.readFileSync(file, "utf8"));

const ajv = addFormats(new Ajv({ strict: false, allErrors: true }));
const schemas = {
  sarif: ajv.compile(load(path.join(here, "node_modules/@microsoft/sarif-multitool-linux/sarif-2.1.0.json"))),
  rdjson: ajv.compile(load(path.join(here, "rdjson.schema.json"))),
  gitlab: ajv.compile(load(path.join(here, "gitlab.schema.json"))),
};

const report = ajv.compile(load(path.join(here, "../../rules/schema/report.json")));

// the lines of a story in its own charset, without a byte order mark
function lines(file) {
  const bytes = fs.readFileSync(file);
  let text;
  try {
    text = new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    text = new TextDecoder("euc-kr", { fatal: true }).decode(bytes);
  }
  return text.split("\n");
}

function between(all, from, to, cut, length) {
  if (from.line === to.line) return cut(all[from.line - 1], from.column - 1, to.column - 1);
  const middle = all.slice(from.line, to.line - 1);
  const first = all[from.line - 1];
  return [cut(first, from.column - 1, length(first)), ...middle, cut(all[to.line - 1], 0, to.column - 1)].join("\n");
}

const inUnits = (text, from, to) => text.slice(from, to);
const inBytes = (text, from, to) => Buffer.from(text).subarray(from, to).toString("utf8");
const squeeze = (text) => text.replace(/<[^>]*>|\s/g, "").normalize("NFC");

// a claim is shown where it stands, a quotation where its words differ
function sameWords(read, claim) {
  const [shown, said] = [squeeze(read), squeeze(claim.text)];
  if (claim.kind === "quote") assert.ok(shown && said.includes(shown), shown);
  else assert.equal(shown, said);
}

function samePlace(name, claim) {
  const [, where, line, column] = name.match(/^(.*):(\d+):(\d+)$/s);
  assert.equal(where, `${claim.story}/${claim.field}`);
  const behind = (line - claim.line) * 1e6 + (column - claim.column);
  assert.ok(claim.kind === "quote" ? behind >= 0 : behind === 0, name);
}

// where a row of a file is meant, the row must be that of the claim's story
function sameRow(folder, file, line, claim) {
  const row = JSON.parse(lines(path.join(folder, file))[line - 1]);
  assert.equal(String(row.id), claim.story);
}

function sarifPlace(folder, location, claim) {
  const { artifactLocation, region } = location.physicalLocation;
  assert.match(artifactLocation.uri, /^[A-Za-z0-9._~!$&'()*+,;=@\/%-]+$/);
  assert.doesNotMatch(artifactLocation.uri, /^\/|^[a-z]+:/);
  const file = decodeURIComponent(artifactLocation.uri);
  assert.equal(file, claim.path);
  if (region.startColumn === undefined) {
    sameRow(folder, file, region.startLine, claim);
    samePlace(location.logicalLocations[0].fullyQualifiedName, claim);
    return;
  }
  const start = { line: region.startLine, column: region.startColumn };
  const end = { line: region.endLine, column: region.endColumn };
  const read = between(lines(path.join(folder, file)), start, end, inUnits, (text) => text.length);
  assert.equal(read, region.snippet.text);
  sarifContext(location.physicalLocation);
  if (file.endsWith(".txt")) sameWords(read, claim);
}

// the words of a text that may have been escaped or broken into lines for Markdown
const words = (text) => text.replace(/[\\~\s]|text$/gm, "").replace(/\{\{|\}\}/g, (two) => two[0]);

const explained = {};
function sarifRules(rules, language) {
  explained[language] ??= spawnSync(process.argv[2], ["explain", "--no-config", "--lang", language], { encoding: "utf8" }).stdout.trim().split("\n");
  assert.equal(rules.length, explained[language].length);
  rules.forEach((rule, i) => {
    assert.equal(`${rule.name.padEnd(26)}${rule.shortDescription.text.replace(/\\/g, "")}`, explained[language][i]);
    assert.match(rule.id, /^DJ[123]0\d\d$/);
    for (const text of [rule.fullDescription.text, rule.help.text, rule.help.markdown]) assert.ok(text.length > 10);
    assert.equal(words(rule.help.markdown), words(rule.help.text));
  });
}

// the sentence around a claim holds it
function sarifContext({ region, contextRegion: around }) {
  if (!around) return;
  assert.ok(around.startLine < region.startLine || (around.startLine === region.startLine && around.startColumn <= region.startColumn));
  assert.ok(around.endLine > region.endLine || (around.endLine === region.endLine && around.endColumn >= region.endColumn));
  assert.ok(around.snippet.text.includes(region.snippet.text) && around.snippet.text.length > region.snippet.text.length);
}

function sarif(folder, log, json) {
  const [run] = log.runs;
  sarifRules(run.tool.driver.rules, run.language);
  assert.equal(run.columnKind, "utf16CodeUnits");
  assert.equal(run.results.length, json.findings.length);
  for (const result of run.results) {
    const finding = json.findings.find((f) => f.fingerprint === result.partialFingerprints["daejoFinding/v1"] &&
                                              f.claims.length === 1 + (result.relatedLocations ?? []).length);
    const rule = run.tool.driver.rules[result.ruleIndex];
    assert.equal(rule.id, result.ruleId);
    assert.equal(rule.name, finding.check);
    assert.equal(result.level, finding.severity);
    const by = finding.suppressed?.by;
    assert.equal(result.suppressions?.[0]?.kind, by && (by === "story" ? "inSource" : "external"));
    if (finding.suppressed) assert.ok(result.suppressions[0].justification.includes(shown(finding.suppressed.reason)));
    // all results of a run have the property, or none
    assert.equal(result.suppressions !== undefined, json.summary.suppressed > 0);
    assert.equal(result.baselineState !== undefined, run.results[0].baselineState !== undefined);
    if (result.baselineState) assert.equal(result.baselineState, by === "baseline" ? "unchanged" : "new");
    else assert.notEqual(by, "baseline");
    sarifPlace(folder, result.locations[0], finding.claims[0]);
    const ids = new Set();
    (result.relatedLocations ?? []).forEach((related, i) => {
      sarifPlace(folder, related, finding.claims[i + 1]);
      ids.add(related.id);
    });
    // a link is [text](id), with brackets of the text itself behind a backslash
    const links = [...result.message.text.matchAll(/(?<!\\)\[((?:\\.|[^\\\[\]])*)(?<!\\)\]\((\d+)\)/g)];
    assert.equal(links.length, Math.min(8, finding.claims.length - 1));
    for (const link of links) assert.ok(ids.has(Number(link[2])), link[0]);
    const rest = result.message.text.replace(/\{\{|\}\}/g, "");
    assert.doesNotMatch(rest, /[{}]/);
  }
}

function rdjson(folder, log, json) {
  assert.equal(log.diagnostics.length, json.findings.length);
  const place = (location, claim) => {
    const { start, end } = location.range;
    assert.equal(location.path, claim.path);
    if (start.column === undefined) return sameRow(folder, location.path, start.line, claim);
    const read = between(lines(path.join(folder, location.path)), start, end, inBytes, (text) => Buffer.byteLength(text));
    if (location.path.endsWith(".txt")) sameWords(read, claim);
  };
  const order = { ERROR: 0, WARNING: 1, INFO: 2 };
  log.diagnostics.forEach((diagnostic, i) => {
    if (i > 0) assert.ok(order[diagnostic.severity] >= order[log.diagnostics[i - 1].severity]);
    const finding = json.findings.find((f) => f.check === diagnostic.code.value && diagnostic.message.includes(shown(f.message)) &&
                                              f.claims[0].path === diagnostic.location.path);
    if (finding.suppressed) assert.equal(diagnostic.severity, "INFO");
    place(diagnostic.location, finding.claims[0]);
    diagnostic.related_locations.forEach((related, n) => place(related.location, finding.claims[n + 1]));
  });
}

// as on a screen: see src/base/screen.c
function shown(text) {
  return text.replace(/[\t\n\r\u00a0\u2028\u2029]/g, " ").replace(/[\x00-\x1f]/g, (c) => String.fromCharCode(0x2400 + c.charCodeAt(0)))
    .replace(/[\u007f-\u009f\u200e\u200f\u202a-\u202e\u2066-\u2069]/g, "\ufffd");
}

function gitlab(folder, log, json) {
  assert.equal(log.length, json.findings.length);
  assert.equal(new Set(log.map((issue) => issue.fingerprint)).size, log.length);
  for (const issue of log) {
    assert.ok(json.findings.some((f) => f.check === issue.check_name && issue.description.includes(shown(f.message)) &&
                                        f.claims[0].path === issue.location.path));
    assert.ok(fs.existsSync(path.join(folder, issue.location.path)));
    assert.ok(lines(path.join(folder, issue.location.path)).length >= issue.location.lines.end);
  }
}

let passed = 0;
for (const name of fs.readdirSync(reports).sort()) {
  const folder = path.join(reports, name);
  const json = load(path.join(folder, "report.json"));
  assert.ok(report(json), `${folder}/report.json: ${ajv.errorsText(report.errors)}`);
  const rows = fs.readFileSync(path.join(folder, "report.jsonl"), "utf8").split("\n").filter(Boolean);
  assert.ok(rows.sort().join("\n") === json.findings.map((finding) => JSON.stringify(finding)).sort().join("\n"), `${folder}/report.jsonl`);
  for (const [format, check] of Object.entries({ sarif, rdjson, gitlab })) {
    const file = path.join(folder, `report.${format}`);
    const raw = fs.readFileSync(file, "utf8");
    assert.doesNotMatch(raw, /[\x00-\x09\x0b-\x1f\x7f-\x9f]/, `${file}: control bytes`);
    const log = JSON.parse(raw);
    assert.ok(schemas[format](log), `${file}: ${ajv.errorsText(schemas[format].errors)}`);
    try {
      check(folder, log, json);
    } catch (error) {
      console.error(`${file}: ${error.stack}`);
      process.exit(1);
    }
    passed++;
  }
}
console.log(`${passed} passed, 0 failed`);
