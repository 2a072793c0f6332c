// Every golden case of the core gives in node the bytes that it gives in Rust, and its data through the package.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import * as smarketing from "../../npm/node.js";
import * as glue from "../../npm/wasm/smarketing.js";
import { golden, NO_GOLDEN, project } from "../files.js";
import { answerOf, differences, functionsOf } from "../golden.js";

const cases = golden();

// The instance is asked without the package, which would load the rest when it is needed.
smarketing.initSync({ rest: readFileSync(project("bindings/wasm/npm/wasm/rest.wasm")) });

test("every golden case gives the bytes of Rust", { skip: cases ? false : NO_GOLDEN }, () => {
  const { requests, answers } = cases;
  assert.ok(requests.length >= 150, `only ${requests.length} cases`);
  assert.deepEqual(requests.map(({ name }) => name).sort(), Object.keys(answers).sort());
  const wrong = differences(glue, requests, answers);
  assert.equal(wrong.length, 0, `${wrong.length} of ${requests.length} cases differ:\n${wrong.slice(0, 5).join("\n")}`);
});

test("a wrong answer is told apart", () => {
  const asked = { name: "one", agreements: [], function: "chance_of_exactly", request: { deals: 1, leads: 1, rate: 1 } };
  const answer = answerOf(glue, asked);
  assert.deepEqual(differences(glue, [asked], { one: answer }), []);
  assert.equal(differences(glue, [asked], { one: `${answer} ` }).length, 1);
});

const camel = (name) => name.replace(/_(.)/g, (_, letter) => letter.toUpperCase());

/** A case through the package, as a person would write it. */
function ask(functions, { agreements, function: name, lead, request = {} }) {
  const read = agreements.map(({ toml, json }) =>
    toml === undefined ? smarketing.Agreement.fromJson(json) : smarketing.Agreement.fromToml(toml),
  );
  if (name === "read") return null;
  const takes = { Library: 0, Lead: 1 };
  const fits = (on) => (lead ? on === "Lead" : on !== "Lead" && (takes[on] ?? 1) <= read.length && (on === "Library") === (read.length === 0));
  const known = functions.find((one) => one.name === name && fits(one.on));
  const needed = known.arguments.filter(({ required }) => required).map((argument) => request[argument.name]);
  const others = known.arguments.filter((argument) => !argument.required && argument.name in request);
  const options = others.length ? [Object.fromEntries(others.map((one) => [camel(one.name), request[one.name]]))] : [];
  const given = [...needed, ...options];
  switch (known.on) {
    case "Library":
      return smarketing[camel(name)](...given);
    case "Agreement":
      return read[0][camel(name)](...given);
    case "AgreementAndOther":
      return read[0][camel(name)](read[1], ...given);
    case "BeforeAndAfter":
      return smarketing[camel(name)](read[0], read[1], ...given);
    case "Agreements":
      return smarketing[camel(name)](read, ...given);
    case "Lead":
      return read[0].bind(lead.lead, lead.interactions)[camel(name)](...given);
  }
}

/** What the core finds, as the package says it: arguments are named in camelCase, and what is within them as it is. */
function spoken({ findings, ...rest }) {
  const words = (text) => text.replace(/`([a-z_]+)`/g, (_, name) => `\`${camel(name)}\``);
  const inCamel = (finding) => {
    const named = { ...finding, path: finding.path.replace(/^\w+/, camel) };
    return finding.code === "missing_key" && !finding.path ? { ...named, message: words(finding.message) } : named;
  };
  return findings ? { findings: findings.map(inCamel) } : rest;
}

test("every golden case gives its data through the package", { skip: cases ? false : NO_GOLDEN }, () => {
  const functions = functionsOf(glue);
  const known = new Set(functions.flatMap((one) => one.arguments.map((argument) => `${one.name}.${argument.name}`)));
  let count = 0;
  for (const asked of cases.requests) {
    // A case about an argument or a function that does not exist cannot be written as a call.
    const names = Object.keys(asked.request ?? {});
    const callable = asked.function === "read" || names.every((name) => known.has(`${asked.function}.${name}`));
    if (!callable || !(asked.function === "read" || functions.some(({ name }) => name === asked.function))) continue;
    const expected = JSON.parse(cases.answers[asked.name]);
    try {
      const answer = ask(functions, asked);
      assert.deepEqual(JSON.parse(JSON.stringify(answer)), expected, asked.name);
    } catch (error) {
      if (!(error instanceof smarketing.SmarketingError)) throw error;
      const { refusal } = error;
      // That a number is no instant is said with the help of this language.
      const own = ({ help, ...finding }) => (help?.includes("new Date(") ? finding : { ...finding, ...(help && { help }) });
      const findings = error.findings?.map(own);
      // What is wrong with a document, or with a lead, is no argument's fault.
      const isOfDocument = error instanceof smarketing.AgreementError;
      assert.deepEqual(refusal ? { refusal } : { findings }, isOfDocument ? expected : spoken(expected), asked.name);
    }
    count += 1;
  }
  assert.ok(count >= 140, `only ${count} cases were asked`);
});
