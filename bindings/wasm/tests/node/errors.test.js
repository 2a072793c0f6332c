// Errors are classes that carry what the core found, and show the line of the document.
import assert from "node:assert/strict";
import { test } from "node:test";
import { Agreement, AgreementError, RefusalError, replay, RequestError, SmarketingError } from "../../npm/node.js";
import { FIRST } from "../files.js";

const broken = FIRST.replace("employees = { at_least", "emplyoees = { at_least"); // spellchecker:disable-line

function thrownBy(call) {
  try {
    call();
  } catch (error) {
    return error;
  }
  return assert.fail("nothing was thrown");
}

test("a document that cannot be used shows the line and the nearest right name", () => {
  const error = thrownBy(() => Agreement.fromToml(broken));
  assert.ok(error instanceof AgreementError && error instanceof SmarketingError && error instanceof Error);
  assert.equal(error.name, "AgreementError");
  assert.equal(error.source, broken);
  const [finding] = error.findings;
  assert.equal(finding.code, "unknown_field");
  assert.match(error.message, /did you mean `employees`/);
  const [, line, caret] = error.message.split("\n");
  assert.equal(line, `  ${finding.line} | ${broken.split("\n")[finding.line - 1].slice(0, finding.column + 59)}`);
  assert.equal(caret.indexOf("^"), line.indexOf("emplyoees")); // spellchecker:disable-line
});

test("the caret stands right after characters of two units, and in the middle of a long line", () => {
  const error = thrownBy(() => Agreement.fromJson(`{"smarketing": 1, "agreement": {"name": "${"\ud83d\ude00".repeat(200)}", "verson": 1}}`)); // spellchecker:disable-line
  const [, line, caret] = error.message.split("\n").slice(-3);
  assert.equal(Array.from(line)[caret.indexOf("^")], "v");
  assert.ok(Array.from(line).length < 150);
});

test("every finding is there at once", () => {
  const error = thrownBy(() => Agreement.fromToml("smarketing = 1\nagreement = { name = 'A' }\nno_such = 1\nnor_this = 2\n"));
  assert.deepEqual(error.findings.map(({ line, code }) => [line, code]), [
    [2, "missing_key"],
    [3, "unknown_key"],
    [4, "unknown_key"],
  ]);
});

test("a message shows the first errors, and says how many more there are", () => {
  const rules = Array.from({ length: 2000 }, (_, index) => ({ id: `rule-${index}`, scores: "fit", when: { employes: 5 }, points: 1 })); // spellchecker:disable-line
  const document = { smarketing: 1, agreement: { name: "A", version: "1" }, fields: { employees: { type: "number" } }, scoring: { rules } };
  const error = thrownBy(() => Agreement.fromDocument(document));
  assert.equal(error.findings.length, 2000);
  const lines = error.message.split("\n");
  assert.equal(lines.filter((line) => line.includes("error[unknown_field]")).length, 20);
  assert.equal(lines.at(-1), "and 1980 more, in `findings`");
  assert.ok(error.message.length < 10_000);
});

test("a document that is an object already, and one that is no text", () => {
  const header = { name: "A", version: "1" };
  assert.equal(Agreement.fromDocument({ smarketing: 1, agreement: header }).version(), "1");
  const error = thrownBy(() => Agreement.fromDocument({ smarketing: 1, agreement: { name: "A" } }));
  assert.ok(error instanceof AgreementError);
  // Nobody wrote a text with lines.
  assert.match(error.message, /^error\[missing_key\] agreement/);
  assert.deepEqual(error.findings.map(({ line, column }) => [line, column]), [[undefined, undefined]]);
});

const { proxy, revoke } = Proxy.revocable({}, {});
revoke();
const throwing = new Proxy({}, {
  ownKeys() {
    throw Symbol("no text");
  },
});

test("what is no document is an error with a finding", () => {
  const values = [undefined, null, 5, 5n, () => 1, Symbol("x"), [], new Map(), proxy, throwing];
  for (const read of ["fromToml", "fromJson", "fromDocument"]) {
    for (const value of values) {
      const error = thrownBy(() => Agreement[read](value));
      assert.ok(error instanceof AgreementError, `${read}: ${error}`);
      assert.ok(error.findings.length > 0 && error.findings.every(({ code, message }) => code && message));
      assert.equal(typeof error.source, "string");
    }
  }
  assert.ok(thrownBy(() => Agreement.fromDocument("smarketing = 1")) instanceof AgreementError);
  assert.match(thrownBy(() => Agreement.fromToml(Buffer.from("x"))).message, /readFileSync\(path, "utf8"\)/);
  assert.match(thrownBy(() => Agreement.fromToml(Promise.resolve("x"))).message, /wait for it: `await promise`/);
  assert.match(thrownBy(() => Agreement.fromToml({})).message, /not object \(`Agreement\.fromDocument` reads an object\)$/);
  assert.match(thrownBy(() => Agreement.fromDocument({ agreement: { name: new Map() } })).message, /agreement\.name: a Map/);
});

test("half a character in a document is shown at its place", () => {
  const error = thrownBy(() => Agreement.fromToml('smarketing = 1\nagreement = { name = "\u00e9\ud800" }'));
  assert.ok(error instanceof AgreementError);
  assert.deepEqual(error.findings.map(({ line, column }) => [line, column]), [[2, 24]]);
  assert.ok(thrownBy(() => Agreement.fromJson('{"\udc00": 1}')) instanceof AgreementError);
});

test("options and arguments that cannot be read are errors with a finding", () => {
  const agreement = Agreement.fromToml(FIRST);
  for (const value of [proxy, throwing]) {
    for (const call of [
      () => agreement.check(value),
      () => agreement.check({ asOf: value }),
      () => agreement.assess(value, [], "2026-11-02T10:00:00Z"),
      () => agreement.assessAll(value, "2026-11-02T10:00:00Z"),
      () => agreement.bind({}).assess(value),
      () => agreement.diff(value),
      () => replay(value, [], "2026-11-02T10:00:00Z"),
    ]) {
      const error = thrownBy(call);
      assert.ok(error instanceof RequestError, `${call}: ${error}`);
      assert.ok(error.findings.length > 0);
    }
  }
});

test("options overwrite nothing", () => {
  const agreement = Agreement.fromToml(FIRST);
  const asOf = "2026-11-02T10:00:00Z";
  const bound = agreement.bind({});
  for (const [call, path] of [
    [() => bound.whatWouldItTake(asOf, { as_of: "2020-01-01T00:00:00Z" }), "as_of"],
    [() => bound.whatWouldItTake(asOf, { asOf: undefined }), "asOf"],
    [() => agreement.check({ asOf, as_of: asOf }), "as_of"],
    [() => agreement.check(JSON.parse('{"__proto__": {"as_of": 1}}')), "__proto__"],
    [() => agreement.check({ constructor: 1 }), "constructor"],
  ]) {
    const error = thrownBy(call);
    assert.ok(error instanceof RequestError, `${call}: ${error}`);
    assert.deepEqual(error.findings.map((one) => [one.code, one.path]), [["unknown_key", path]], `${call}`);
  }
});

test("a question that is none names the argument", () => {
  const agreement = Agreement.fromToml(FIRST);
  for (const [call, path] of [
    [() => agreement.check({ asOff: "2026-11-02T10:00:00Z" }), "asOff"],
    [() => agreement.check({ as_off: "2026-11-02T10:00:00Z" }), "as_off"],
    [() => agreement.check({ asOf: "yesterday" }), "asOf"],
    [() => agreement.check({ asOf: new Map() }), "asOf"],
    [() => agreement.assess({}, [], new Map()), "asOf"],
    [() => agreement.bind({}).assess(new Map()), "asOf"],
    [() => agreement.plan({ options: { start: () => 1 } }), "options.start"],
    [() => agreement.performance([], "2026-11-02T10:00:00Z", { planOptions: { start_: 1 } }), "planOptions.start_"],
    [() => agreement.bind({}).form("no_such_stage", "2026-11-02T10:00:00Z"), "stage"],
    [() => agreement.workingDays("2026-11-02"), ""],
    [() => agreement.bind({}).assess("yesterday"), "asOf"],
    [() => agreement.bind({}).assess(), ""],
    [() => agreement.assess({}, [], "yesterday"), "asOf"],
    [() => agreement.assess({}, []), ""],
    [() => agreement.check("2026-11-02T10:00:00Z"), ""],
    [() => agreement.diff({}), "agreements"],
    [() => agreement.diff(undefined), "agreements"],
  ]) {
    const error = thrownBy(call);
    assert.ok(error instanceof RequestError, `${call}: ${error}`);
    assert.equal(error.findings[0].path, path, `${call}: ${error}`);
  }
});

test("arguments have the names that the caller wrote, in words too", () => {
  const agreement = Agreement.fromToml(FIRST);
  const [slip] = thrownBy(() => agreement.check({ asOff: "2026-11-02T10:00:00Z" })).findings;
  assert.equal(slip.message, "`asOff` is not an argument of `check`");
  assert.deepEqual([slip.suggestion, slip.help], ["asOf", "did you mean `asOf`?"]);
  const [unlike] = thrownBy(() => agreement.plan({ asOf: 1 })).findings;
  assert.equal(unlike.message, "`asOf` is not an argument of `plan`");
  assert.equal(unlike.help, "it takes `options` (PlanOptions)");
  const [none] = thrownBy(() => agreement.bind({}).whatWouldItTake(undefined, { stages: "mql" })).findings;
  assert.equal(none.message, "`stages` is not an argument of `whatWouldItTake`");
  const [missing] = thrownBy(() => agreement.speedToLead()).findings;
  assert.equal(missing.message, "`interestedAt` is missing");
  // Within an argument the document's own names stand.
  const [inside] = thrownBy(() => agreement.apply({}, { at: 1 }, "2026-11-02T10:00:00Z")).findings;
  assert.match(inside.path, /^state$/);
  const state = { handed_over: 1 };
  const paths = thrownBy(() => agreement.allowed(state)).findings.map(({ path }) => path);
  assert.ok(paths.includes("state.handed_over"), `${paths}`);
});

test("a bound lead is no agreement", () => {
  const agreement = Agreement.fromToml(FIRST);
  assert.ok(thrownBy(() => agreement.diff(agreement.bind({}))) instanceof RequestError);
});

test("an event that is refused says what would be allowed", () => {
  const agreement = Agreement.fromToml(FIRST);
  const event = { id: "e-1", at: "2026-11-02T10:00:00Z", type: "accepted" };
  const error = thrownBy(() => agreement.start(event, "2026-11-02T10:00:00Z"));
  assert.ok(error instanceof RefusalError, `${error}`);
  assert.equal(error.refusal.code, "not_started");
  assert.ok(Array.isArray(error.refusal.allowed));
});

test("errors survive being told apart by name, and print their findings", () => {
  const error = thrownBy(() => Agreement.fromToml(broken));
  assert.match(String(error), /^AgreementError: /);
  assert.equal(Object.prototype.hasOwnProperty.call(error, "findings"), true);
});

class Options {
  asOf = "2026-11-02T10:00:00Z";
}

test("options are a plain object: what would be left aside unsaid is refused", () => {
  const agreement = Agreement.fromToml(FIRST);
  const odd = [new Date(), new Map([["asOf", 1]]), new Set(), Promise.resolve(), new Options(), [], () => 1, 5, { toJSON: () => ({}) }, null];
  for (const options of odd) {
    const error = thrownBy(() => agreement.check(options));
    assert.ok(error instanceof RequestError, `${options}: ${error}`);
    assert.match(error.message, /optional arguments are given as a plain object/);
  }
  assert.ok(agreement.check(Object.assign(Object.create(null), { asOf: "2026-11-02T10:00:00Z" })));
});

test("a number where an instant belongs is told of dates, wherever it is", () => {
  const agreement = Agreement.fromToml(FIRST);
  const bound = agreement.bind({});
  for (const [call, path] of [
    [() => agreement.assess({}, [], Date.now()), "asOf"],
    [() => bound.assess(Date.now()), "asOf"],
    [() => agreement.check({ asOf: 5 }), "asOf"],
    [() => bound.timeline(5, new Date()), "start"],
  ]) {
    const [finding] = thrownBy(call).findings;
    assert.equal(finding.path, path);
    assert.match(finding.help, /new Date\(milliseconds\)/);
  }
});

test("a method without its object says so", () => {
  const agreement = Agreement.fromToml(FIRST);
  const { version, assess, bind } = agreement;
  const { segment, assess: assessBound } = agreement.bind({});
  for (const [call, name] of [[version, "version"], [assess, "assess"], [bind, "bind"], [segment, "segment"], [assessBound, "assess"]]) {
    const error = thrownBy(() => call({}, [], "2026-11-02T10:00:00Z"));
    assert.ok(error instanceof SmarketingError, `${error}`);
    assert.match(error.message, new RegExp(`^\`${name}\` is a method`));
  }
});

test("what throws when it is read is named by its path", () => {
  const agreement = Agreement.fromToml(FIRST);
  const boo = () => {
    throw new Error("boo");
  };
  for (const [lead, path] of [
    [{ get one() { return boo(); } }, "lead.one"],
    [{ list: [1, { toJSON: boo }] }, "lead.list[1]"],
    [{ inner: new Proxy({}, { ownKeys: boo }) }, "lead.inner"],
  ]) {
    const [finding] = thrownBy(() => agreement.assess(lead, [], "2026-11-02T10:00:00Z")).findings;
    assert.deepEqual([finding.path, finding.message], [path, "the value cannot be read: Error: boo"]);
  }
  assert.match(thrownBy(() => agreement.assess({}, [], new ArrayBuffer(1))).message, /an ArrayBuffer is no value/);
  assert.match(thrownBy(() => new Agreement()).message, /^an Agreement is made/);
});
