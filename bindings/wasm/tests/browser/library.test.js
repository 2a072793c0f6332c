// The package in a real browser: golden cases, a worker, dates and Temporal, under a strict policy.
import assert from "node:assert/strict";
import { test } from "node:test";
import { FIRST, FORTY_RULES, GOLDEN, golden, NO_GOLDEN, project, REQUEST } from "../files.js";
import { open } from "./chromium.js";
import { serve } from "./server.js";

async function page(context, options) {
  const folders = {
    "/npm": project("bindings/wasm/npm"),
    "/tests": project("bindings/wasm/tests"),
    "/golden": GOLDEN,
  };
  const opened = await open(context, `${await serve(context, folders)}/tests/browser/pages/`, options);
  await opened.waitForSelector("html[data-ready]");
  return opened;
}

const { lead, interactions, as_of: asOf } = REQUEST;

test("every golden case gives the bytes of Rust", { skip: golden() ? false : NO_GOLDEN }, async (context) => {
  const { count, wrong } = await (await page(context)).evaluate(() => globalThis.golden());
  assert.ok(count >= 150, `only ${count} cases`);
  assert.deepEqual(wrong, []);
});

/** The wasm files that a page asks for, in order. */
function asking(opened) {
  const asked = [];
  opened.on("request", (request) => asked.push(new URL(request.url()).pathname.split("/").at(-1)));
  return asked;
}

test("before it is loaded, it says what to do", async (context) => {
  const opened = await page(context);
  const asked = asking(opened);
  const said = await opened.evaluate(async () => {
    const { Agreement, init } = globalThis.smarketing;
    const thrown = [];
    try {
      Agreement.fromJson("{}");
    } catch (error) {
      thrown.push(error.message);
    }
    await Promise.all([init({ only: "scoring" }), init(), init()]);
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
  assert.deepEqual(asked, ["scoring.wasm", "rest.wasm"], "each file is asked for once");
});

test("a page that scores loads the first file, and the rest when it wants more", async (context) => {
  const opened = await page(context);
  const asked = asking(opened);
  const { score, missing, stages } = await opened.evaluate(async ({ toml, lead, interactions, asOf }) => {
    const { Agreement, init } = globalThis.smarketing;
    await init({ only: "scoring" });
    const agreement = Agreement.fromToml(toml);
    const bound = agreement.bind(lead, interactions);
    const { score } = bound.assess(asOf);
    let missing;
    try {
      bound.timeline(asOf, "2026-12-02T10:00:00Z");
    } catch (error) {
      missing = `${error.name}: ${error.message}`;
    }
    await init();
    return { score, missing, stages: bound.timeline(asOf, "2026-12-02T10:00:00Z").crossings.map((crossing) => crossing.stage) };
  }, { toml: FORTY_RULES, lead, interactions, asOf });
  assert.equal(score, 87.352848);
  assert.match(missing, /^SmarketingError: `timeline` is not loaded/);
  assert.ok(Array.isArray(stages));
  assert.deepEqual(asked, ["scoring.wasm", "rest.wasm"]);
});

test("what `init` does not know is said", async (context) => {
  const said = await (await page(context, { mayComplain: true })).evaluate(async () => {
    const { init } = globalThis.smarketing;
    const given = ["/smarketing.wasm", { only: "planning" }, { source: "/scoring.wasm" }, new URL("/scoring.wasm", location), { rest: "/nowhere.wasm" }];
    return Promise.all(given.map((options) => init(options).catch((error) => error.message)));
  });
  assert.match(said[0], /takes an object with `only`, `scoring`, `rest`/);
  assert.match(said[1], /`only` can be "scoring"/);
  assert.match(said[2], /no option `source`; it has `only`, `scoring`, `rest`/);
  assert.match(said[3], /takes an object/);
  assert.match(said[4], /^rest\.wasm is not at http:.*\/nowhere\.wasm: 404 .*`init\(\{ scoring, rest \}\)`/);
});

test("what is no wasm file is named with its address, and with what to do", async (context) => {
  const opened = await page(context, { mayComplain: true });
  const said = await opened.evaluate(async () => {
    const { init } = globalThis.smarketing;
    const given = [{ scoring: "/tests/browser/pages/index.html" }, { scoring: "/npm/package.json" }, { scoring: "/npm/wasm/rest.wasm" }, { scoring: "blob:nowhere" }];
    const messages = [];
    for (const options of given) messages.push(await init({ only: "scoring", ...options }).catch((error) => `${error.name}: ${error.message}`));
    return messages;
  });
  assert.match(said[0], /^SmarketingError: scoring\.wasm is not at http:.*index\.html: a page is there \(.*`init\(\{ scoring, rest \}\)`.*optimizeDeps/);
  assert.match(said[1], /^SmarketingError: scoring\.wasm cannot be loaded: CompileError.*`init\(/);
  assert.match(said[2], /^SmarketingError: `scoring` is given rest\.wasm/);
  assert.match(said[3], /^SmarketingError: scoring\.wasm cannot be fetched from blob:nowhere: TypeError.*connect-src/);
});

test("a worker loads it by itself", async (context) => {
  const question = { toml: FORTY_RULES, lead, interactions, asOf: new Date(asOf) };
  const { score, plain } = await (await page(context)).evaluate((given) => globalThis.inWorker(given), question);
  assert.equal(score, 87.352848);
  assert.equal(plain.contributions.length, 25);
});

test("a worker takes modules that were compiled elsewhere", async (context) => {
  const answer = await (await page(context)).evaluate(async (given) => {
    const names = ["scoring", "rest"];
    const [scoring, rest] = await Promise.all(names.map((name) => WebAssembly.compileStreaming(fetch(`/npm/wasm/${name}.wasm`))));
    const broken = await globalThis.inWorker({ scoring, ...given, toml: "smarketing = 2" });
    return { broken, whole: await globalThis.inWorker({ scoring, rest, ...given }) };
  }, { toml: FORTY_RULES, lead, interactions, asOf });
  assert.equal(answer.broken.error, "AgreementError");
  assert.equal(answer.broken.findings.at(-1).code, "unsupported_format");
  assert.equal(answer.whole.score, 87.352848);
  assert.equal(answer.whole.words, 262);
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
  assert.match(said, /^SmarketingError: scoring\.wasm cannot be loaded: .*script-src 'wasm-unsafe-eval'/);
});
