// The live score page: by mouse and by keyboard, with good and with broken agreements.
import assert from "node:assert/strict";
import { test } from "node:test";
import { project } from "../files.js";
import { open } from "./chromium.js";
import { serve } from "./server.js";

async function page(context, options) {
  const folders = { "/npm": project("bindings/wasm/npm"), "/pages": project("bindings/wasm/pages") };
  const opened = await open(context, `${await serve(context, folders)}/pages/`, options);
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

test("the cursor stays where it is while what happened is edited", async (context) => {
  const { opened, score } = await page(context);
  const label = () => opened.evaluate(() => document.activeElement.getAttribute("aria-label") ?? document.activeElement.id);
  const type = opened.getByLabel("Type of interaction 2");
  await type.focus();
  await type.selectOption("page_view");
  assert.equal(await label(), "Type of interaction 2");
  await opened.getByLabel("Url of interaction 2").pressSequentially("/pricing");
  assert.equal(await label(), "Url of interaction 2");
  const at = opened.getByLabel("Instant of interaction 1");
  await at.focus();
  const before = await score();
  for (let count = 0; count < 3; count++) await opened.keyboard.press("ArrowDown");
  assert.equal(await label(), "Instant of interaction 1, in UTC");
  assert.equal(await at.inputValue(), "2026-07-03T09:00", "three months in one part of the field");
  assert.notEqual(await score(), before);
  for (const focused of ["Remove interaction 1", "Remove interaction 1", "add"]) {
    await opened.getByLabel("Remove interaction 1").press("Enter");
    assert.equal(await label(), focused);
  }
  await opened.keyboard.press("Enter");
  assert.equal(await label(), "Type of interaction 1");
});

test("an instant that the library does not take is said, and there is no score for it", async (context) => {
  const { opened, text } = await page(context);
  const asOf = opened.getByLabel("as of (UTC)");
  for (const [value, said] of [["9999-12-31T23:59", /9999-12-31T23:59/], ["20260-11-02T10:00", /20260-11-02T10:00/], ["", /Give the instant/]]) {
    await asOf.fill(value);
    assert.match(await text("as-of-wrong"), said);
    assert.equal(await text("score"), "–");
    assert.equal(await asOf.getAttribute("aria-invalid"), "true");
  }
  await asOf.fill("2026-11-02T10:00");
  assert.deepEqual([await text("as-of-wrong"), await text("score")], ["", "68.44"]);
});

test("a text is a text, whatever it says", async (context) => {
  const { opened, text } = await page(context);
  await opened.getByLabel("Job title").fill("true");
  assert.equal(await text("doubts"), "");
  await opened.getByLabel("Reads the newsletter").selectOption("true");
  assert.match(await opened.locator("#reasons").textContent(), /Newsletter: true/);
});

test("what is filled in comes back with its field", async (context) => {
  const { opened, score } = await page(context);
  await opened.getByLabel("Employees").fill("400");
  const editor = opened.getByLabel("The agreement, in TOML");
  const good = await editor.inputValue();
  await editor.fill('smarketing = 1\nagreement = { name = "A", version = "1" }\n');
  assert.equal(await opened.getByLabel("Employees").count(), 0);
  await editor.fill(good);
  assert.equal(await opened.getByLabel("Employees").inputValue(), "400");
  assert.equal(await score(), 83.44);
});

for (const width of [390, 320]) {
  test(`everything has room at a width of ${width}`, async (context) => {
    const { opened } = await page(context, { viewport: { width, height: 800 } });
    assert.equal(await opened.evaluate(() => document.documentElement.scrollWidth), width);
    const boxes = await opened.locator("#history li").first().locator("select, input, button").evaluateAll((all) => {
      return all.map((one) => (({ top, left, right }) => ({ top, left, right }))(one.getBoundingClientRect()));
    });
    const [type, at, url, remove] = boxes;
    assert.ok(remove.top === type.top && remove.right - remove.left < 50, "the button stands beside the type");
    assert.ok(at.top > type.top && url.top > at.top && boxes.every(({ right }) => right <= width));
    const cut = await opened.locator("#history select").evaluateAll((all) => all.filter((one) => one.scrollWidth > one.clientWidth).length);
    assert.equal(cut, 0);
    const tops = await opened.locator("main > section").evaluateAll((all) => all.map((one) => one.getBoundingClientRect().top));
    assert.deepEqual(tops, tops.toSorted((one, other) => one - other), "the order of the keyboard is that of the eye");
  });
}

for (const colorScheme of ["light", "dark"]) {
  test(`what is quiet can be read, and fields are seen, when it is ${colorScheme}`, async (context) => {
    const { opened } = await page(context, { colorScheme });
    const ratios = await opened.evaluate(() => {
      const pixels = document.createElement("canvas").getContext("2d", { willReadFrequently: true });
      const light = (color) => {
        pixels.fillStyle = color;
        pixels.fillRect(0, 0, 1, 1);
        const [red, green, blue] = [...pixels.getImageData(0, 0, 1, 1).data].map((part) => part / 255).map((part) => (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4));
        return 0.2126 * red + 0.7152 * green + 0.0722 * blue + 0.05;
      };
      const contrast = (one, other) => Math.max(light(one) / light(other), light(other) / light(one));
      const input = document.getElementById("fact-employees");
      const [own, quiet, panel] = [getComputedStyle(input), getComputedStyle(input, "::placeholder"), getComputedStyle(input.closest(".panel"))];
      return { text: contrast(quiet.color, own.backgroundColor), border: contrast(own.borderTopColor, panel.backgroundColor) };
    });
    assert.ok(ratios.text >= 4.5 && ratios.border >= 3, JSON.stringify(ratios));
  });
}
