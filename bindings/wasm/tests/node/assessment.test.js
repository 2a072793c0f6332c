// An assessment: figures at once, reasons when first read, and the same data in every form.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { inspect, isDeepStrictEqual } from "node:util";
import { NATIVE } from "../../npm/handles.js";
import { FIGURES, MEMBERS } from "../../npm/assessment.js";
import { Agreement, Assessment, assessedEvent, RequestError } from "../../npm/node.js";
import { FIRST, FORTY_RULES, project, REQUEST } from "../files.js";

const { lead, interactions, as_of: asOf } = REQUEST;
const agreement = Agreement.fromToml(FORTY_RULES);
const assess = () => agreement.assess(lead, interactions, asOf);

test("every way to an assessment gives the same", () => {
  const plain = assess().toJSON();
  assert.equal(plain.score, 87.352848);
  assert.deepEqual(agreement.bind(lead, interactions).assess(asOf).toJSON(), plain);
  assert.deepEqual(agreement.assessAll([{ lead, interactions }], asOf)[0].toJSON(), plain);
  const date = agreement.assess({ ...lead, created: new Date(lead.created) }, interactions, new Date(asOf));
  assert.deepEqual(date.toJSON(), plain);
  assert.deepEqual(JSON.parse(JSON.stringify(assess())), plain);
  assert.deepEqual(JSON.parse(assess().toText()), plain);
});

test("many leads give the same as in one request, in their order", () => {
  const leads = Array.from({ length: 1000 }, (_, index) => ({
    lead: { ...lead, id: `L-${index}`, company_size: index % 3 ? 100 : "many" },
    interactions: index % 5 ? interactions : [{ type: "no_such", at: asOf }],
  }));
  const whole = JSON.parse(agreement[NATIVE]().answer("assess_all", JSON.stringify({ leads, as_of: asOf })));
  assert.deepEqual(agreement.assessAll(leads, asOf).map((one) => one.toJSON()), whole);
  for (const count of [0, 1, 255, 256, 257, 512, 513]) {
    assert.equal(JSON.stringify(agreement.assessAll(leads.slice(0, count), asOf)), JSON.stringify(whole.slice(0, count)));
  }
});

test("what is wrong with many leads has its place in the whole list", () => {
  const leads = Array.from({ length: 1000 }, () => ({ lead: {} }));
  leads[300] = { lead: {}, other: 1 };
  leads[999] = { laed: {} }; // spellchecker:disable-line
  const found = (ask) => {
    try {
      return ask() && undefined;
    } catch (error) {
      return error.findings ?? JSON.parse(error).findings;
    }
  };
  const all = agreement.assessAll(leads, asOf);
  const direct = JSON.parse(agreement[NATIVE]().answer("assess_all", JSON.stringify({ leads, as_of: asOf })));
  assert.deepEqual(JSON.parse(JSON.stringify(all)), direct);
  const wrong = all.flatMap((one, at) => (one.findings?.length ? [at] : []));
  assert.deepEqual(wrong, [300, 999]);
  leads[999] = { lead: { created: new Date(NaN) } };
  const [finding] = agreement.assessAll(leads, asOf)[999].findings;
  assert.deepEqual([finding.code, finding.path], ["invalid_value", "lead.created"]);
  leads[999] = { lead: { get since() { throw new Error("boo"); } } };
  assert.equal(found(() => agreement.assessAll(leads, asOf))[0].path, "leads[999].lead.since");
});

test("figures from wasm are those of the text", () => {
  const fresh = assess();
  const figures = FIGURES.map((name) => fresh[name]);
  const { score, fit, engagement, grade, band, stage } = fresh.toJSON();
  assert.deepEqual(figures, [score, fit, engagement, grade, band, stage]);
  assert.deepEqual(FIGURES.map((name) => fresh[name]), figures);
});

test("figures with six decimals come over exactly", () => {
  for (const points of ["0.000001", "999999.999999", "-0.1", "123456.789012"]) {
    const document = { smarketing: 1, agreement: { name: "A", version: "1" } };
    const rules = [{ id: "one", scores: "fit", when: { any: [{ persona: { known: false } }] }, points: Number(points) }];
    const one = Agreement.fromDocument({ ...document, scoring: { rules } }).assess({}, [], asOf);
    const figure = one.score;
    assert.equal(figure, one.toJSON().score);
    assert.equal(String(figure), String(Number(points)));
  }
});

test("its members are those of the schema", () => {
  const schema = JSON.parse(readFileSync(project("bindings/types.schema.json"), "utf8"));
  const members = Object.keys(schema.$defs.Assessment.properties);
  assert.deepEqual([...MEMBERS, ...FIGURES].sort(), members.sort());
  for (const [name, value] of Object.entries(assess().toJSON())) assert.deepEqual(assess()[name], value, name);
});

test("its members are declared as what they are: getters of the class, which are not spread", () => {
  const declared = readFileSync(project("bindings/wasm/npm/index.d.ts"), "utf8");
  const names = [...declared.matchAll(/^  get (\w+)\(\): AssessmentData\["\1"\];$/gm)].map(([, name]) => name);
  assert.deepEqual(names.sort(), [...MEMBERS, ...FIGURES].sort());
  const listed = [];
  for (const name in assess()) listed.push(name);
  assert.deepEqual(listed.sort(), names);
  assert.deepEqual(Object.keys(assess()), []);
  const { plain, copy } = { plain: assess().toJSON(), copy: { ...assess().toJSON() } };
  assert.deepEqual(copy, plain);
  assert.deepEqual(structuredClone(plain), plain);
});

test("two assessments are deeply equal if they say the same", () => {
  const freed = assess();
  freed.free();
  const [many] = agreement.assessAll([{ lead, interactions }], asOf);
  for (const same of [assess(), agreement.bind(lead, interactions).assess(asOf), many]) {
    assert.deepStrictEqual(assess(), same);
    assert.deepEqual([assess()], [same]);
  }
  for (const other of [agreement.assess({}, [], asOf), agreement.assess({ ...lead, id: "L-2" }, interactions, asOf)]) {
    assert.notDeepStrictEqual(assess(), other);
    assert.throws(() => assert.deepStrictEqual(assess(), other), assert.AssertionError);
    assert.ok(!isDeepStrictEqual({ a: assess() }, { a: other }));
  }
  assert.equal(inspect(freed), "Assessment (freed)");
});

test("what is absent is undefined", () => {
  const plain = Agreement.fromToml(FIRST).assess({}, undefined, asOf);
  assert.equal(plain.grade, undefined);
  assert.equal(plain.lead, undefined);
  assert.equal(plain.findings, undefined);
});

test("what somebody does to a member, or to the plain object, changes nothing else", () => {
  const [many] = agreement.assessAll([{ lead, interactions }], asOf);
  for (const one of [assess(), agreement.bind(lead, interactions).assess(asOf), many]) {
    const text = one.toText();
    one.contributions.length = 0;
    assert.equal(one.toJSON().contributions.length, 25);
    one.toJSON().stages.length = 0;
    assert.ok(one.stages.length > 0);
    assert.equal(one.toText(), text);
    assert.equal(JSON.stringify(one), JSON.stringify(JSON.parse(text)));
  }
});

test("the reasons add up to the score", () => {
  const sum = assess().contributions.reduce((total, { points }) => total + Math.round(points * 1e6), 0);
  assert.equal(sum, Math.round(assess().score * 1e6));
});

test("an assessment can be given back to the library", () => {
  const event = assessedEvent("e-1", assess());
  assert.deepEqual(assessedEvent("e-1", assess().toJSON()), event);
  assert.deepEqual(assessedEvent("e-1", agreement.assessAll([{ lead, interactions }], asOf)[0]), event);
  assert.equal(event.type, "assessed");
  assert.throws(() => assessedEvent("e-1", {}), RequestError);
  const [one] = agreement.assessAll([{ lead }], asOf);
  assert.ok(one instanceof Assessment);
});

test("node prints its figures", () => {
  assert.match(inspect(assess()), /^Assessment \{ score: 87\.352848, grade: 'A1', band: undefined, stage: 'sql' \}$/);
});
