// The package in a real browser: golden cases, a worker, dates and Temporal, under a strict policy.
import assert from "node:assert/strict";
import { test } from "node:test";
import { FIRST, FORTY_RULES, GOLDEN, golden, NO_GOLDEN, project, REQUEST } from "../files.js";
import { open } from "./chromium.js";
import { serve } from "./server.js";

async function page(context) {
  const folders = {
    "/npm": project("bindings/wasm/npm"),
    "/tests": project("bindings/wasm/tests"),
    "/golden": GOLDEN,
  };
  const opened = await open(context, `${await serve(context, folders)}/tests/browser/pages/`);
  await opened.waitForSelector("html[data-ready]");
  return opened;
}

const { lead, interactions, as_of: asOf } = REQUEST;

test("every golden case gives the bytes of Rust", { skip: golden() ? false : NO_GOLDEN }, async (context) => {
  const { count, wrong } = await (await page(context)).evaluate(() => globalThis.golden());
  assert.ok(count >= 150, `only ${count} cases`);
  assert.deepEqual(wrong, []);
});

test("before it is loaded, it says what to do", async (context) => {
  const said = await (await page(context)).evaluate(async () => {
    const { Agreement, init } = globalThis.smarketing;
    const thrown = [];
    try {
      Agreement.fromJson("{}");
    } catch (error) {
      thrown.push(error.message);
    }
    await Promise.all([init(), init()]);
    await init();
    try {
      Agreement.fromJson("{}");
    } catch (error) {
      thrown.push(error.name);
    }
    return thrown;
  });
  assert.match(said[0], /await init\(\)/);
  assert.equal(said[1], "AgreementError");
});

test("a worker loads it by itself", async (context) => {
  const question = { toml: FORTY_RULES, lead, interactions, asOf: new Date(asOf) };
  const { score, plain } = await (await page(context)).evaluate((given) => globalThis.inWorker(given), question);
  assert.equal(score, 87.352848);
  assert.equal(plain.contributions.length, 25);
});

test("a worker takes a module that was compiled elsewhere", async (context) => {
  const answer = await (await page(context)).evaluate(async (given) => {
    const scoring = await WebAssembly.compileStreaming(fetch("/npm/wasm/scoring.wasm"));
    return globalThis.inWorker({ scoring, ...given });
  }, { toml: "smarketing = 2", lead, interactions, asOf });
  assert.equal(answer.error, "AgreementError");
  assert.equal(answer.findings.at(-1).code, "unsupported_format");
});

test("dates, texts and Temporal values are the same instant", async (context) => {
  const answers = await (await page(context)).evaluate(async (toml) => {
    const { Agreement, init } = globalThis.smarketing;
    await init();
    const agreement = Agreement.fromToml(toml);
    const zoned = Temporal.ZonedDateTime.from("2026-11-02T11:00:00+01:00[Europe/Berlin]");
    const instants = [zoned, zoned.toInstant(), new Date(zoned.epochMilliseconds), "2026-11-02T10:00:00Z"];
    const visit = (at) => [{ id: "1", type: "demo_request", at }];
    const texts = instants.map((at) => agreement.assess({ created: at }, visit(at), at).toText());
    return { texts, days: agreement.workingDays(Temporal.PlainDate.from("2026-11-02"), "2026-11-09") };
  }, FIRST);
  assert.equal(new Set(answers.texts).size, 1);
  assert.match(answers.texts[0], /"score":30/);
  assert.equal(answers.days, 5);
});

test("a policy that forbids wasm is an error that says so", async (context) => {
  const folders = { "/npm": project("bindings/wasm/npm"), "/tests": project("bindings/wasm/tests") };
  const policy = "default-src 'self'";
  const opened = await open(context, `${await serve(context, folders, policy)}/tests/browser/pages/`, { mayComplain: true });
  await opened.waitForSelector("html[data-ready]");
  const said = await opened.evaluate(() => globalThis.smarketing.init().catch((error) => `${error.name}: ${error.message}`));
  assert.match(said, /^SmarketingError: the wasm file cannot be loaded/);
});
