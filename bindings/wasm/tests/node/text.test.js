// From values to text: what is written how, and what is told in the place of what cannot be written.
import assert from "node:assert/strict";
import { test } from "node:test";
import vm from "node:vm";
import { Agreement, compare, RequestError } from "../../npm/node.js";
import { toText } from "../../npm/text.js";
import { FIRST } from "../files.js";

const instant = new Date("2026-11-02T10:00:00Z");

class Person {
  #secret = 1;
  constructor(name) {
    this.name = name;
  }
  greet() {
    return this.#secret;
  }
}

/** A Temporal value as far as the library looks at it; the browser's tests have real ones. */
const zoned = {
  get [Symbol.toStringTag]() {
    return "Temporal.ZonedDateTime";
  },
  toInstant: () => ({ toString: () => "2026-11-02T09:00:00Z" }),
  toJSON: () => "2026-11-02T10:00:00+01:00[Europe/Berlin]",
};

for (const [about, value, text] of [
  ["plain values", { a: "x", b: 1, c: true, d: null, e: [1, [2]] }, '{"a":"x","b":1,"c":true,"d":null,"e":[1,[2]]}'],
  ["undefined is absent", { a: undefined, b: [undefined] }, '{"b":[null]}'],
  ["NaN is null", { a: NaN, b: [NaN] }, '{"a":null,"b":[null]}'],
  ["infinity is a text that the core finds", { a: Infinity, b: -Infinity }, '{"a":"Infinity","b":"-Infinity"}'],
  ["a bigint is a number", { a: 12345678901234567890n }, '{"a":12345678901234567890}'],
  ["a bigint beside the rest", { a: [1n, NaN, undefined, "é"], b: undefined }, '{"a":[1,null,null,"é"]}'],
  ["dates are instants", { a: instant }, '{"a":"2026-11-02T10:00:00.000Z"}'],
  ["dates beside what is not plain", { a: instant, b: 1n }, '{"a":"2026-11-02T10:00:00.000Z","b":1}'],
  ["dates of another window", { a: vm.runInNewContext("new Date(0)") }, '{"a":"1970-01-01T00:00:00.000Z"}'],
  ["objects of another window", { a: vm.runInNewContext("({ b: [1] })") }, '{"a":{"b":[1]}}'],
  ["Temporal values with a zone", { a: zoned }, '{"a":"2026-11-02T09:00:00Z"}'],
  ["objects of a class", { a: new Person("Ines") }, '{"a":{"name":"Ines"}}'],
  ["objects without a prototype", Object.assign(Object.create(null), { a: 1 }), '{"a":1}'],
  ["what has a JSON form", { a: { toJSON: () => ({ b: 1 }) } }, '{"a":{"b":1}}'],
  ["wrapped values", { a: Object(1), b: Object("x"), c: Object(true) }, '{"a":1,"b":"x","c":true}'],
  ["lists of numbers", { a: new Float64Array([1.5, NaN]) }, '{"a":[1.5,null]}'],
  ["a whole character of two halves", { a: "\ud83d\ude00", b: 1n }, '{"a":"\ud83d\ude00","b":1}'],
  ["a backslash that looks like half a character", { a: "\\ud800" }, '{"a":"\\\\ud800"}'],
  ["the same object twice", ((one) => ({ a: one, b: [one] }))({ c: 1n }), '{"a":{"c":1},"b":[{"c":1}]}'],
  ["keys that are written in quotes", { 'a "b"': 1n }, '{"a \\"b\\"":1}'],
]) {
  test(about, () => assert.equal(toText(value), text));
}

const cycle = { facts: [] };
cycle.facts.push(cycle);
let deep = 1n;
for (let depth = 0; depth < 20000; depth++) deep = [deep];

for (const [about, value, code, message, place = ""] of [
  ["an invalid date", new Date(NaN), "invalid_value", /the date is invalid \(give a date/],
  ["a Map", new Map(), "wrong_type", /a Map is no value.*Object\.fromEntries.*map\.values/],
  ["a Set", new Set(), "wrong_type", /a Set is no value.*\[\.\.\.set\]/],
  ["a promise", Promise.resolve(), "wrong_type", /await promise/],
  ["a pattern", /x/, "wrong_type", /a RegExp is no value/],
  ["a function", () => 1, "wrong_type", /a function is no value/],
  ["a symbol", Symbol("x"), "wrong_type", /a symbol is no value/],
  ["half a character", "x\udc00y", "invalid_value", /half a character/],
  ["a cycle", cycle, "invalid_value", /contains itself/, ".facts[0]"],
  ["a value without end", deep, "too_large", /nested more than 64 deep/, "[0]".repeat(62)],
]) {
  test(`${about} is told in its place, and all else is written`, () => {
    const { a: [first, second], c } = JSON.parse(toText({ a: [value, { b: 1 }], c: new Date(0) }));
    assert.deepEqual([second, c], [{ b: 1 }, "1970-01-01T00:00:00.000Z"]);
    const [path, told] = untold(first);
    assert.deepEqual([path, told.code], [place, code]);
    assert.match(`${told.$unreadable} (${told.help})`, message);
  });

  test(`${about} is a finding of its own lead`, () => {
    const leads = [{ lead: { employees: 100 } }, { lead: { employees: 100, industry: value } }, { lead: { employees: 100 } }];
    const all = Agreement.fromToml(FIRST).assessAll(leads, instant);
    assert.deepEqual(all.map((one) => one.score), [10, 10, 10]);
    assert.deepEqual([all[0].findings, all[2].findings], [undefined, undefined]);
    const [finding, ...more] = all[1].findings;
    // Of a table or a list, the field says that it takes neither.
    if (place) return assert.match(finding.path, /^lead\.industry/);
    assert.deepEqual([finding.code, finding.path, more], [code, "lead.industry", []]);
    assert.match(`${finding.message} (${finding.help})`, message);
  });
}

/** The way to what is told in the place of a value, and what that is. */
function untold(value) {
  if ("$unreadable" in value) return ["", value];
  const [[key, inner]] = Object.entries(value);
  const [path, told] = untold(inner);
  return [`${Array.isArray(value) ? `[${key}]` : `.${key}`}${path}`, told];
}

test("what stands in the place of arguments is told too", () => {
  const agreement = Agreement.fromToml(FIRST);
  const { findings } = agreement.assess(new Map(), new Set(), instant);
  assert.deepEqual(findings.map(({ code, path }) => [code, path]), [["wrong_type", "lead"], ["wrong_type", "interactions"]]);
  const wrong = { at: new Date(NaN), leads: new Map() };
  const paths = (call) => {
    try {
      return call();
    } catch (error) {
      return error instanceof RequestError && error.findings.map(({ path }) => path);
    }
  };
  assert.deepEqual(paths(() => agreement.assessAll(wrong.leads, wrong.at)), ["leads", "asOf"]);
});

test("a name with half a character is told under the name without it, and the rest is read", () => {
  assert.match(toText({ "a\ud800b": 1, c: 2 }), /^\{"a\ufffdb":\{"\$unreadable":".*?half a character.*\},"c":2\}$/);
  const { score, findings } = Agreement.fromToml(FIRST).assess({ employees: 100, "a\ud800": 1 }, [], instant);
  assert.equal(score, 10);
  assert.deepEqual(findings.map(({ path }) => path), ['lead."a\ufffd"']);
});

test("what is no lead is not bound, and is told where no answer could tell of it", () => {
  const agreement = Agreement.fromToml(FIRST);
  const told = (call) => {
    try {
      return call();
    } catch (error) {
      return error instanceof RequestError && error.findings.map(({ code, path }) => `${code} ${path}`);
    }
  };
  assert.deepEqual(told(() => agreement.bind(Promise.resolve({}), new Set())), ["wrong_type lead", "wrong_type interactions"]);
  assert.deepEqual(told(() => agreement.bind(5)), ["wrong_type lead"]);
  const rows = [{ lead: {} }, { lead: new Map() }];
  const { leads, findings } = compare(agreement, agreement, rows, instant);
  assert.deepEqual([leads, findings.map(({ path }) => path)], [1, ["leads[1].lead"]]);
});

test("what throws while it is read becomes an error of the library, with its cause", () => {
  const cause = new RangeError("no");
  const value = {
    get a() {
      throw cause;
    },
  };
  assert.throws(() => toText(value), (error) => error instanceof RequestError && error.cause === cause);
});

test("the core finds what the text says of odd numbers", () => {
  const agreement = Agreement.fromToml(FIRST);
  const { findings } = agreement.assess({ employees: Infinity }, [], instant);
  assert.deepEqual(findings.map(({ path, severity }) => [path, severity]), [["lead.employees", "error"]]);
  assert.equal(agreement.assess({ employees: NaN }, [], instant).findings, undefined);
  assert.equal(agreement.assess({ employees: 100n }, [], instant).score, 10);
});
