// From values to text: what is written how, and what is refused with the path to it.
import assert from "node:assert/strict";
import { test } from "node:test";
import vm from "node:vm";
import { Agreement, RequestError } from "../../npm/node.js";
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

const cycle = { lead: { facts: [] } };
cycle.lead.facts.push(cycle);
let deep = 1n;
for (let depth = 0; depth < 20000; depth++) deep = [deep];

for (const [about, value, path, message] of [
  ["an invalid date", { at: [{ b: new Date(NaN) }] }, "at[0].b", /the date is invalid/],
  ["a Map", { lead: { facts: new Map() } }, "lead.facts", /Map.*Object\.fromEntries/],
  ["a Set", { lead: new Set() }, "lead", /Set.*\[\.\.\.set\]/],
  ["a promise", { lead: Promise.resolve() }, "lead", /await promise/],
  ["a pattern", { "two words": /x/ }, '"two words"', /RegExp/],
  ["a function", { a: () => 1 }, "a", /a function is no value/],
  ["a symbol", { a: Symbol("x") }, "a", /a symbol is no value/],
  ["half a character", { lead: ["x\udc00y"] }, "lead[0]", /half a character/],
  ["half a character in a name", { lead: { "a\ud800": 1 } }, "lead", /half a character/],
  ["a cycle", cycle, "lead.facts[0]", /contains itself/],
  ["a value without end", { a: deep }, /^a\[0\]/, /nested too deeply/],
]) {
  test(`${about} is refused with the path to it`, () => {
    assert.throws(
      () => toText(value),
      (error) => {
        assert.ok(error instanceof RequestError);
        const [finding] = error.findings;
        assert.equal(finding.code, "invalid_value");
        assert.match(error.message, message);
        if (typeof path === "string") assert.equal(finding.path, path);
        else assert.match(finding.path, path);
        return true;
      },
    );
  });
}

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
