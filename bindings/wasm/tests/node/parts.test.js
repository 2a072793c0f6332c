// The first wasm file alone: it reads agreements and scores leads as both together do, and says what is missing.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { SCORING } from "../../npm/generated/scoring.js";
import * as smarketing from "../../npm/library.js";
import { load } from "../../npm/native.js";
import * as glue from "../../npm/wasm/smarketing.js";
import { FIRST, FORTY_RULES, golden, NO_GOLDEN, project, REQUEST } from "../files.js";
import { differences } from "../golden.js";

const { lead, interactions, as_of: asOf } = REQUEST;
const file = (name) => readFileSync(project(`bindings/wasm/npm/wasm/${name}.wasm`));
const { Agreement, initSync, SmarketingError } = smarketing;
const cases = golden();

/** Cases that need nothing but reading and scoring. */
const scoring = () => cases.requests.filter(({ function: name }) => name === "read" || SCORING.has(name));

// The tests build on each other: there is one instance in a process, and what is loaded stays.
test("before anything is loaded, it says what to do", () => {
  assert.throws(() => Agreement.fromToml(FIRST), /await init\(\)/);
  assert.throws(() => smarketing.schema(), /await init\(\)/);
});

test("what is no wasm file is refused, and another can be given", async () => {
  assert.throws(() => initSync({ rest: file("rest") }), /needs `scoring` first/);
  const broken = (name) => ({ name: "SmarketingError", message: new RegExp(`^${name}\\.wasm cannot be loaded: CompileError.*\\(say where it is: \`init`) });
  assert.throws(() => initSync({ scoring: new Uint8Array(4) }), broken("scoring"));
  await assert.rejects(load({ scoring: new Uint8Array(4), only: "scoring" }), broken("scoring"));
  const swapped = { name: "SmarketingError", message: /^`scoring` is given rest\.wasm, and should be scoring\.wasm/ };
  assert.throws(() => initSync({ scoring: file("rest"), rest: file("scoring") }), swapped);
  await assert.rejects(load({ scoring: file("rest"), rest: file("scoring") }), swapped);
  await assert.rejects(load({ scoring: file("scoring"), rest: new Uint8Array(4) }), broken("rest"));
  await assert.rejects(load({ rest: file("scoring") }), { message: /^`rest` is given scoring\.wasm/ });
  assert.equal(Agreement.fromToml(FIRST).version(), "2026.11", "what scores is there all the same");
});

test("the first file reads and scores", { skip: cases ? false : NO_GOLDEN }, () => {
  const asked = scoring();
  assert.ok(asked.length >= 200, `only ${asked.length} cases`);
  assert.deepEqual(new Set(asked.map(({ function: name }) => name)), new Set(["read", ...SCORING]));
  assert.deepEqual(differences(glue, asked, cases.answers).slice(0, 5), []);
});

test("files of two builds do not join, and what is no file is named", () => {
  const told = (message) => ({ name: "SmarketingError", message });
  const bytes = Uint8Array.from(file("rest"));
  const mark = Buffer.from(bytes.buffer).indexOf("m0-");
  bytes[mark + 3] = bytes[mark + 3] === 48 ? 49 : 48;
  assert.throws(() => initSync({ rest: bytes }), told(/^the two wasm files are not of one build/));
  assert.throws(() => initSync(file("rest")), told(/`initSync` takes an object with `scoring`, `rest`/));
  assert.throws(() => initSync(), told(/`initSync` takes an object/));
  assert.throws(() => initSync({ module: file("rest") }), told(/no option `module`; it has `scoring`, `rest`/));
});

test("what is not there says so, and harms nothing", () => {
  const agreement = Agreement.fromToml(FORTY_RULES);
  const bound = agreement.bind(lead, interactions);
  const missing = { name: "SmarketingError", message: /`whatWouldItTake` is not loaded.*`await init\(\)` loads the rest/ };
  assert.throws(() => bound.whatWouldItTake(asOf), missing);
  assert.throws(() => agreement.check(), SmarketingError);
  assert.throws(() => smarketing.schema(), SmarketingError);
  assert.throws(() => smarketing.replay([agreement], [], asOf), SmarketingError);
  assert.equal(bound.assess(asOf).score, 87.352848);
});

test("the rest joins what is there", { skip: cases ? false : NO_GOLDEN }, () => {
  const agreement = Agreement.fromToml(FORTY_RULES);
  const bound = agreement.bind(lead, interactions);
  initSync({ rest: file("rest") });
  initSync({ rest: file("rest") });
  assert.ok(bound.whatWouldItTake(asOf));
  assert.deepEqual(agreement.check().filter(({ severity }) => severity === "error"), []);
  assert.ok(JSON.stringify(smarketing.schema()).length > 10_000);
  assert.deepEqual(differences(glue, cases.requests, cases.answers).slice(0, 5), []);
});
