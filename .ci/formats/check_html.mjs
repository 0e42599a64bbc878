#!/usr/bin/env node
// check_html.mjs PROGRAM REPORTS: the page is valid HTML, opens in a browser without a complaint, fits a phone, can be read and
// walked through by keyboard and without scripts, lets no story run a script, and axe finds nothing serious in it.
// Leaves screenshots in REPORTS/../screens.
import assert from "node:assert/strict";
import fs from "node:fs";
import { createRequire } from "node:module";
import path from "node:path";
import { pathToFileURL } from "node:url";
import { HtmlValidate } from "html-validate";
import { chromium } from "playwright-core";

const reports = process.argv[3];
const screens = path.join(reports, "..", "screens");
const axe = fs.readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
fs.mkdirSync(screens, { recursive: true });

const cases = fs.readdirSync(reports).map((name) => ({ name, file: path.join(reports, name, "report.html") }));
const browser = await chromium.launch({ executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium", args: ["--no-sandbox"] });

// A page that must not complain; what it says on its console is an error of the report.
async function open(file, options) {
  const context = await browser.newContext({ viewport: { width: 1280, height: 900 }, ...options });
  const page = await context.newPage();
  const said = [];
  page.on("console", (message) => said.push(message.text()));
  page.on("pageerror", (error) => said.push(String(error)));
  page.on("request", (request) => { if (!/^(file|data):/.test(request.url())) said.push(`asks for ${request.url()}`); });
  await page.goto(pathToFileURL(file).href);
  return { page, close: async () => { assert.deepEqual(said, [], file); await context.close(); } };
}

const inView = (page, selector) => page.locator(selector).first().evaluate((element) => {
  const box = element.getBoundingClientRect();
  return box.bottom > 0 && box.top < innerHeight && box.right > 0 && box.left < innerWidth;
});
const focused = (page) => page.evaluate(() => document.activeElement.getAttribute("href") ?? document.activeElement.id);
const hash = (page) => page.evaluate(() => location.hash);

async function valid({ file }) {
  const { results } = await new HtmlValidate({ extends: ["html-validate:recommended"] }).validateString(fs.readFileSync(file, "utf8"));
  assert.deepEqual(results.flatMap((result) => result.messages).slice(0, 5).map((m) => `${m.line}: ${m.ruleId}: ${m.message}`), [], file);
}

async function looks({ name, file }) {
  for (const [look, options] of Object.entries({ light: {}, dark: { colorScheme: "dark" }, phone: { viewport: { width: 400, height: 800 } } })) {
    const { page, close } = await open(file, options);
    assert.equal(await page.evaluate(() => window.pwned), undefined, `${name}: a story ran a script`);
    assert.ok(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth), `${name}: wider than the ${look} screen`);
    await page.screenshot({ path: path.join(screens, `${name}-${look}.png`) });
    if (look === "light") await page.pdf({ path: path.join(screens, `${name}-print.pdf`), format: "A4" });
    await close();
  }
}

// axe is put into the page, which the page's own policy would forbid
async function accessible({ name, file }) {
  for (const colorScheme of ["light", "dark"]) {
    const { page, close } = await open(file, { bypassCSP: true, colorScheme });
    await page.evaluate(() => { for (const details of document.querySelectorAll("details")) details.open = true; });
    await page.evaluate(axe);
    const { violations, passes } = await page.evaluate(() => axe.run());
    assert.ok(passes.some((rule) => rule.id === "color-contrast"), `${name}: axe looked`);
    const serious = violations.filter(({ impact }) => impact === "serious" || impact === "critical");
    assert.deepEqual(serious.map((v) => `${v.id}: ${v.nodes[0].html.slice(0, 200)}: ${v.nodes[0].failureSummary}`), [], `${name}, ${colorScheme}`);
    for (const { id, impact, nodes } of violations) console.log(`${name}, ${colorScheme}: ${impact}: ${id}: ${nodes.length}`);
    await close();
  }
}

async function byKeyboard({ file }) {
  const { page, close } = await open(file);
  await page.keyboard.press("Tab");
  assert.equal(await focused(page), "#found", "the first stop skips to the findings");
  await page.keyboard.press("Enter");
  await page.keyboard.press("Tab");
  const passage = await focused(page);
  assert.match(passage, /^#s1t\d+m\d+$/, "the next stop is the first passage");
  await page.keyboard.press("Enter");
  assert.equal(await hash(page), passage);
  assert.ok(await inView(page, passage), "the passage is in sight");
  const other = await page.locator("#s1f1 .side:nth-child(2) .who a").first().getAttribute("href");
  assert.ok(await inView(page, other), "and beside it that of the other side");
  assert.ok(await page.locator("mark.current").count() > 1, "both are marked");
  await page.keyboard.press("Tab");
  assert.equal(await focused(page), "#s1f1", "behind a passage stands the way back");
  await page.keyboard.press("Enter");
  assert.ok(await inView(page, "#s1f1 h4"), "the finding is in sight again");
  await page.keyboard.press("j");
  const first = await focused(page);
  await page.keyboard.press("j");
  const second = await focused(page);
  assert.ok(/^s1f\d+$/.test(first) && /^s1f\d+$/.test(second) && first !== second, "j goes to the next finding");
  await page.keyboard.press("k");
  assert.equal(await focused(page), first, "k goes back");
  await page.locator("#keys").uncheck();
  await page.locator("#s1f1 a").first().focus();
  await page.keyboard.press("j");
  assert.match(await focused(page), /^#/, "the keys can be switched off");
  await close();
}

async function filters({ file }) {
  const { page, close } = await open(file);
  const shown = () => page.locator(".finding:visible").count();
  const all = await shown();
  await page.locator('#filters input[value="warning"]').uncheck();
  assert.equal(await page.locator(".finding.warning:visible").count(), 0);
  assert.ok(await shown() > 0 && await shown() < all);
  assert.equal(Number(await page.locator("#shown").textContent()), await shown());
  await page.locator("#filters summary").click();
  await page.locator('#filters input[value="conversion-conflict"]').uncheck();
  assert.equal(await page.locator('.finding[data-check="conversion-conflict"]:visible').count(), 0);
  await close();
}

// On a page of many sets the loud findings are listed at its head, notes are folded, and what is filtered takes no room.
async function manySets({ file }) {
  const { page, close } = await open(file);
  const sets = await page.locator(".set").count();
  const loud = page.locator(".loud li a");
  assert.ok(sets > 12);
  assert.equal(await loud.count(), await page.locator(".finding.error, .finding.warning").count());
  await page.locator(".loud summary").click();
  await loud.last().click();
  assert.ok(await inView(page, `${await hash(page)} h4`), "a listed finding is gone to");
  const note = page.locator(".notes .finding").first();
  assert.equal(await note.isVisible(), false, "notes are folded");
  await page.evaluate((id) => { location.hash = id; }, await note.getAttribute("id"));
  await page.waitForFunction((id) => document.getElementById(id).checkVisibility(), await note.getAttribute("id"));
  await page.locator('#filters input[value="note"]').uncheck();
  assert.ok(await page.locator(".set:visible").count() < sets, "sets without a loud finding are out of the way");
  assert.equal(await page.locator(".notes:visible").count(), 0);
  await page.locator('#filters input[value="note"]').check();
  assert.equal(await page.locator(".set:visible").count(), sets);
  await page.evaluate(() => document.activeElement.blur());
  for (let i = 0; i < 6; i++) await page.keyboard.press("j");
  assert.ok(await page.locator(":focus h4").isVisible(), "j unfolds what it comes to");
  await close();
}

async function withoutScripts({ file }) {
  const { page, close } = await open(file, { javaScriptEnabled: false });
  assert.equal(await page.locator("#filters").isVisible(), false);
  assert.ok(await page.locator(".finding").first().isVisible());
  for (const link of (await page.locator("#s1f1 .who a").all()).slice(0, 2)) {
    const to = await link.getAttribute("href");
    await link.click();
    assert.ok(await inView(page, to), `${to} is in sight`);
    await page.locator(`${to} + sup a`).first().click();
    assert.match(page.url(), /#s1f\d+$/);
  }
  await page.screenshot({ path: path.join(screens, "without-scripts.png") });
  await close();
}

// Even where a story's markup got through, the policy would not let it run.
async function policy({ file }) {
  const context = await browser.newContext();
  const page = await context.newPage();
  const tampered = path.join(screens, "tampered.html");
  fs.writeFileSync(tampered, fs.readFileSync(file, "utf8").replace("<main", '<script>window.pwned = 1</script><img src="http://127.0.0.1:9/x"><main'));
  const requests = [];
  page.on("requestfinished", (request) => requests.push(request.url()));
  page.on("requestfailed", (request) => { if (request.failure().errorText !== "csp") requests.push(request.url()); });
  await page.goto(pathToFileURL(tampered).href);
  assert.equal(await page.evaluate(() => window.pwned), undefined);
  assert.deepEqual(requests.filter((url) => !url.startsWith("file:")), []);
  assert.ok(await page.locator("#filters").isVisible(), "its own script runs");
  await context.close();
}

const one = (name) => cases.find((each) => each.name === name);
for (const each of cases) {
  await valid(each);
  if (each.name === "thousand") continue;
  await looks(each);
  await accessible(each);
}
for (const name of ["stargate"]) {
  await byKeyboard(one(name));
  await filters(one(name));
  await withoutScripts(one(name));
  await policy(one(name));
}
await manySets(one("many"));
const size = fs.statSync(one("thousand").file).size, stories = fs.statSync(path.join(reports, "thousand", "thousand.jsonl")).size;
assert.ok(size < 3 * stories, `a page of ${size} bytes of ${stories} of stories`);
await looks(one("thousand"));
await browser.close();
console.log(`html: ${cases.length} pages; ${size} bytes for a thousand stories of ${stories}`);
