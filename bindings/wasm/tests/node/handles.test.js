// What lies in wasm memory: freed at once when asked, made again when it was let go, and bounded in any case.
import assert from "node:assert/strict";
import { test } from "node:test";
import { Agreement, Assessment, BoundLead, handovers, late, replay, RequestError, SmarketingError } from "../../npm/node.js";
import { native } from "../../npm/native.js";
import { FIRST, FORTY_RULES, REQUEST } from "../files.js";

const { lead, interactions, as_of: asOf } = REQUEST;
const forty = Agreement.fromToml(FORTY_RULES);
const score = 87.352848;

/** The bytes of wasm memory. */
const memory = () => native().initSync().memory.buffer.byteLength;

test("what was freed says so", () => {
  const agreement = Agreement.fromToml(FIRST);
  const bound = agreement.bind({});
  const assessment = bound.assess(asOf);
  for (const [held, ask] of [
    [assessment, () => assessment.score],
    [assessment, () => assessment.contributions],
    [assessment, () => assessment.toText()],
    [bound, () => bound.assess(asOf)],
    [agreement, () => agreement.version()],
    [agreement, () => agreement.assess({}, [], asOf)],
    [agreement, () => agreement.bind({})],
  ]) {
    held.free();
    held.free();
    assert.throws(ask, (error) => error instanceof SmarketingError && /was freed/.test(error.message));
  }
});

test("a bound lead outlives its agreement", () => {
  const agreement = Agreement.fromToml(FORTY_RULES);
  const bound = agreement.bind(lead, interactions);
  agreement.free();
  for (let count = 0; count < 600; count++) forty.bind({});
  assert.equal(bound.assess(asOf).score, score);
});

test("`using` frees", { skip: Symbol.dispose ? false : "this node has no Symbol.dispose" }, () => {
  const agreement = Agreement.fromToml(FIRST);
  const bound = agreement.bind({});
  const assessment = bound.assess(asOf);
  for (const held of [assessment, bound, agreement]) held[Symbol.dispose]();
  assert.throws(() => assessment.stage, SmarketingError);
  assert.throws(() => bound.segment(asOf), SmarketingError);
  assert.throws(() => agreement.goals(), SmarketingError);
});

test("only the library makes its objects", () => {
  for (const of of [Agreement, BoundLead, Assessment]) assert.throws(() => new of(), SmarketingError);
});

test("an agreement that was let go is read again", () => {
  const first = Agreement.fromToml(FORTY_RULES);
  for (let count = 0; count < 200; count++) Agreement.fromToml(FIRST);
  assert.equal(first.assess(lead, interactions, asOf).score, score);
});

test("more agreements are asked together than are kept", () => {
  const event = { id: "e-1", at: asOf, type: "started", lead: "L-1" };
  for (const count of [2, 65, 200]) {
    const several = Array.from({ length: count }, (_, index) =>
      Agreement.fromDocument({ smarketing: 1, agreement: { name: "A", version: `${index}` } }),
    );
    const one = [several[count - 1]];
    assert.deepEqual(replay(several, [], asOf), replay(one, [], asOf));
    assert.deepEqual(handovers(several, [], asOf), handovers(one, [], asOf));
    assert.throws(() => late(several, [], event, "no instant"), RequestError);
    several[count >> 1].free();
    assert.throws(() => replay(several, [], asOf), (error) => error instanceof SmarketingError && /was freed/.test(error.message));
    assert.equal(several[0].version(), "0");
  }
});

test("an assessment that was let go keeps its figures, and has its reasons when asked", () => {
  const agreement = Agreement.fromToml(FORTY_RULES);
  const bound = agreement.bind(lead, interactions);
  const kept = [agreement.assess(lead, interactions, asOf), bound.assess(asOf)];
  const text = forty.assess(lead, interactions, asOf).toText();
  for (let count = 0; count < 1500; count++) forty.assess(lead, interactions, asOf);
  bound.free();
  agreement.free();
  for (const one of kept) {
    assert.equal(one.score, score);
    assert.equal(one.grade, "A1");
    assert.equal(one.band, undefined);
    assert.equal(one.contributions.length, 25);
    assert.equal(one.toText(), text);
    one.free();
    assert.throws(() => one.score, SmarketingError);
  }
});

test("memory stays bounded in a loop that frees nothing and never waits", () => {
  const churn = (times) => {
    for (let count = 0; count < times; count++) {
      forty.bind(lead, interactions).assess(asOf);
      if (count % 10 === 0) Agreement.fromToml(FORTY_RULES);
    }
  };
  churn(2000);
  const before = memory();
  churn(6000);
  assert.ok(memory() <= before * 1.25, `${before} bytes became ${memory()}`);
});
