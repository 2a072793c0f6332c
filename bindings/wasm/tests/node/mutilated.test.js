// Thousands of mutilated inputs give answers or typed errors, and the instance goes on working.
import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import * as smarketing from "../../npm/node.js";
import * as glue from "../../npm/wasm/smarketing.js";
import { FIRST, FORTY_RULES, golden, REQUEST } from "../files.js";
import { functionsOf } from "../golden.js";

const { Agreement, SmarketingError } = smarketing;
const RUNS = Number(process.env.RUNS ?? 1500);
await smarketing.init();
const functions = functionsOf(glue);
const agreement = Agreement.fromToml(FORTY_RULES);
const bound = agreement.bind(REQUEST.lead, REQUEST.interactions);
const camel = (name) => name.replace(/_(.)/g, (_, letter) => letter.toUpperCase());

/** Gives the answer, or asserts that the error is one of the library's, with what was found. */
function typed(call) {
  try {
    return call();
  } catch (error) {
    assert.ok(error instanceof SmarketingError, error?.stack ?? String(error));
    assert.ok(!(error.cause instanceof WebAssembly.RuntimeError), error.stack);
    return undefined;
  }
}

const works = () => assert.equal(agreement.assess(REQUEST.lead, REQUEST.interactions, REQUEST.as_of).score, 87.352848);

/** Values of every kind, odd ones and instants among them. */
const odd = fc.oneof(
  fc.constantFrom(undefined, null, NaN, Infinity, -0, 1n << 80n, "", " ", "\ud800", new Date(NaN), new Map(), () => 1),
  fc.constantFrom("2026-11-02T10:00:00Z", "2026-11-02", "2026-11", "90d", "mql", "EUR", "12.50", "1e999", "-PT1H"),
  fc.date(),
  fc.anything({ withBigInt: true, withDate: true, withMap: true, withNullPrototype: true, withSparseArray: true }),
  fc.double(),
  fc.string({ unit: "binary" }),
);

/** A deep copy of a JSON value with one thing in it changed, removed, doubled or put elsewhere. */
function mutilate(value, path, change) {
  if (path.length === 0 || value === null || typeof value !== "object") return change(value);
  const keys = Object.keys(value);
  if (keys.length === 0) return change(value);
  const [step, ...rest] = path;
  const key = keys[step % keys.length];
  const copy = Array.isArray(value) ? [...value] : { ...value };
  copy[key] = mutilate(value[key], rest, change);
  return copy;
}

const place = fc.array(fc.nat(30), { maxLength: 6 });

/** Texts cut, doubled and with other letters in them. */
const edit = fc.record({ at: fc.double({ min: 0, max: 1, noNaN: true }), cut: fc.nat(12), put: fc.string({ unit: "binary", maxLength: 6 }) });
const edited = (text, edits) =>
  edits.reduce((changed, { at, cut, put }) => {
    const from = Math.floor(at * changed.length);
    return changed.slice(0, from) + put + changed.slice(from + cut);
  }, text);

test("documents in TOML", () => {
  const texts = [FIRST, FORTY_RULES];
  fc.assert(
    fc.property(fc.constantFrom(...texts), fc.array(edit, { minLength: 1, maxLength: 5 }), (text, edits) => {
      typed(() => Agreement.fromToml(edited(text, edits)).free());
    }),
    { numRuns: RUNS },
  );
  works();
});

test("documents as objects", () => {
  const document = agreement.document();
  fc.assert(
    fc.property(place, odd, (path, value) => {
      const made = typed(() => Agreement.fromDocument(mutilate(document, path, () => value)));
      if (!made) return;
      typed(() => made.assess(REQUEST.lead, REQUEST.interactions, REQUEST.as_of).toJSON());
      made.free();
    }),
    { numRuns: RUNS },
  );
  works();
});

test("leads and interactions", () => {
  fc.assert(
    fc.property(place, odd, fc.boolean(), (path, value, binds) => {
      const { lead, interactions, as_of: asOf } = mutilate(REQUEST, path, () => value) ?? {};
      typed(() => (binds ? agreement.bind(lead, interactions).assess(asOf) : agreement.assess(lead, interactions, asOf)).toJSON());
    }),
    { numRuns: RUNS * 2 },
  );
  works();
});

/** Calls a function of the list with these values. */
function call({ name, on }, values) {
  switch (on) {
    case "Library":
      return smarketing[camel(name)](...values);
    case "Lead":
      return bound[camel(name)](...values);
    case "Agreement":
      return agreement[camel(name)](...values);
    case "AgreementAndOther":
      return agreement[camel(name)](agreement, ...values);
    case "BeforeAndAfter":
      return smarketing[camel(name)](agreement, agreement, ...values);
    default:
      return smarketing[camel(name)]([agreement], ...values);
  }
}

test("arguments of every function", () => {
  fc.assert(
    fc.property(fc.constantFrom(...functions), fc.array(odd, { maxLength: 6 }), (one, values) => {
      typed(() => call(one, values));
    }),
    { numRuns: RUNS * 2 },
  );
  works();
});

test("arguments of every function that were right but for one thing", { skip: golden() ? false : "no golden cases" }, () => {
  const right = golden().requests.filter(({ function: name }) => functions.some((one) => one.name === name));
  fc.assert(
    fc.property(fc.constantFrom(...right), place, odd, ({ function: name, request }, path, value) => {
      const one = functions.find((known) => known.name === name);
      const broken = mutilate(request ?? {}, path, () => value) ?? {};
      const needed = one.arguments.filter(({ required }) => required).map((argument) => broken[argument.name]);
      const others = one.arguments.filter(({ required }) => !required);
      const options = Object.fromEntries(others.map((argument) => [camel(argument.name), broken[argument.name]]));
      typed(() => call(one, others.length ? [...needed, options] : needed));
    }),
    { numRuns: RUNS * 2 },
  );
  works();
});

test("texts straight into the instance", () => {
  const right = JSON.stringify(REQUEST);
  fc.assert(
    fc.property(fc.array(edit, { minLength: 1, maxLength: 4 }), (edits) => {
      const own = glue.NativeAgreement.fromToml(FORTY_RULES);
      try {
        own.assess(edited(right, edits)).free();
      } catch (thrown) {
        assert.equal(typeof thrown, "string", thrown?.stack);
        assert.ok(JSON.parse(thrown).findings.length > 0);
      } finally {
        own.free();
      }
    }),
    { numRuns: RUNS },
  );
  works();
});
