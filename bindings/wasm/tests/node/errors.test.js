// Errors are classes that carry what the core found, and show the line of the document.
import assert from "node:assert/strict";
import { test } from "node:test";
import { Agreement, AgreementError, RefusalError, RequestError, SmarketingError } from "../../npm/node.js";
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

test("a document that is an object already, and one that is no text", () => {
  const header = { name: "A", version: "1" };
  assert.equal(Agreement.fromDocument({ smarketing: 1, agreement: header }).version(), "1");
  const error = thrownBy(() => Agreement.fromDocument({ smarketing: 1, agreement: { name: "A" } }));
  assert.ok(error instanceof AgreementError);
  assert.ok(thrownBy(() => Agreement.fromToml(undefined)) instanceof SmarketingError);
  assert.ok(thrownBy(() => Agreement.fromJson(7)) instanceof SmarketingError);
});

test("a question that is none names the argument", () => {
  const agreement = Agreement.fromToml(FIRST);
  for (const [call, path] of [
    [() => agreement.check({ asOff: "2026-11-02T10:00:00Z" }), "as_off"],
    [() => agreement.check({ asOf: "yesterday" }), "as_of"],
    [() => agreement.bind({}).form("no_such_stage", "2026-11-02T10:00:00Z"), "stage"],
    [() => agreement.workingDays("2026-11-02"), ""],
    [() => agreement.bind({}).assess("yesterday"), "as_of"],
    [() => agreement.bind({}).assess(), ""],
    [() => agreement.assess({}, [], "yesterday"), "as_of"],
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
