// The live score page: by mouse and by keyboard, with good and with broken agreements.
import assert from "node:assert/strict";
import { test } from "node:test";
import { project } from "../files.js";
import { open } from "./chromium.js";
import { serve } from "./server.js";

async function page(context) {
  const folders = { "/npm": project("bindings/wasm/npm"), "/pages": project("bindings/wasm/pages") };
  const opened = await open(context, `${await serve(context, folders)}/pages/`);
  await opened.waitForSelector("html[data-ready]");
  const text = (id) => opened.locator(`#${id}`).textContent();
  return { opened, text, score: async () => Number(await text("score")) };
}

test("it shows a score with its reasons, which add up", async (context) => {
  const { opened, text, score } = await page(context);
  assert.equal(await score(), 68.44);
  assert.equal(await text("stage"), "mql");
  assert.equal(await text("grade"), "B1");
  const points = await opened.locator("#reasons tbody td.number").allTextContents();
  assert.equal(points.reduce((sum, one) => sum + Math.round(Number(one) * 100), 0) / 100, 68.44);
  const bars = opened.locator("#reasons tbody i");
  assert.equal(await bars.count(), points.length);
  const widths = await bars.evaluateAll((all) => all.map((bar) => bar.getBoundingClientRect().width));
  const largest = widths.indexOf(Math.max(...widths));
  assert.equal(points[largest], "+30");
});

test("the score follows the form", async (context) => {
  const { opened, text, score } = await page(context);
  await opened.getByLabel("Employees").fill("400");
  assert.equal(await score(), 83.44);
  assert.equal(await text("bounds"), "83.44 to 97.44, depending on what is unknown");
  await opened.getByLabel("Employees").fill("5");
  assert.equal(await score(), 58.44);
  assert.equal(await opened.locator("#reasons tr.loss th").textContent(), "Too small");
  await opened.getByLabel("Employees").fill("");
  assert.equal(await score(), 68.44);
  await opened.getByLabel("E-mail").fill("nobody");
  assert.match(await text("doubts"), /lead\.email/);
});

test("the score follows what happened, and the instant", async (context) => {
  const { opened, score } = await page(context);
  await opened.getByRole("button", { name: "Remove interaction 3" }).click();
  assert.equal(await score(), 36.44);
  await opened.getByRole("button", { name: "Add an interaction" }).click();
  await opened.getByLabel("Type of interaction 3").selectOption("demo_request");
  assert.equal(await score(), 68.44);
  await opened.getByLabel("as of (UTC)").fill("2026-12-02T10:00");
  assert.ok((await score()) < 60);
});

test("a slip in the agreement is shown at its line, and the last good score stays", async (context) => {
  const { opened, text, score } = await page(context);
  const editor = opened.getByLabel("The agreement, in TOML");
  const good = await editor.inputValue();
  await editor.fill(good.replace("employees = { at_least = 50", "employes = { at_least = 50")); // spellchecker:disable-line
  assert.match(await text("agreement-state"), /^1 error/);
  const line = good.split("\n").findIndex((one) => one.includes('id = "size"')) + 1;
  assert.match(await text("findings"), new RegExp(`line ${line}, .*did you mean \`employees\``));
  assert.equal(await opened.locator("#numbers mark").textContent(), `${line}`);
  assert.equal(await score(), 68.44);
  await opened.locator("#findings button").click();
  const chosen = await editor.evaluate((area) => area.value.slice(area.selectionStart, area.selectionEnd));
  assert.equal(chosen, "employes"); // spellchecker:disable-line
  await editor.fill(good.replace("points = 30", "points = 20"));
  assert.equal(await text("agreement-state"), "ready to use");
  assert.equal(await score(), 58.44);
});

test("a new field in the agreement is a new field in the form, and what is filled in stays", async (context) => {
  const { opened } = await page(context);
  const editor = opened.getByLabel("The agreement, in TOML");
  const good = await editor.inputValue();
  await editor.fill(good.replace("[interactions]", 'budget = { type = "money", label = { en = "Budget" } }\n\n[interactions]'));
  assert.equal(await opened.getByLabel("Budget").count(), 1);
  assert.equal(await opened.getByLabel("Job title").inputValue(), "IT-Leiterin");
});

test("everything is reached by keyboard and has a name", async (context) => {
  const { opened } = await page(context);
  const nameless = await opened.evaluate(() => {
    const controls = [...document.querySelectorAll("input, select, textarea, button")];
    const named = (one) => one.labels?.length || one.getAttribute("aria-label") || one.textContent.trim();
    return controls.filter((one) => !named(one) || one.tabIndex < 0).map((one) => one.outerHTML);
  });
  assert.deepEqual(nameless, []);
  await opened.getByLabel("Industry").focus();
  await opened.keyboard.press("Tab");
  assert.equal(await opened.evaluate(() => document.activeElement.id), "fact-employees");
  await opened.keyboard.type("400");
  assert.equal(await opened.locator("#score").textContent(), "83.44");
});
