// Every function of the core is there, in the code and in the declarations, with its arguments in order.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import * as smarketing from "../../npm/node.js";
import * as glue from "../../npm/wasm/smarketing.js";
import { project } from "../files.js";
import { functionsOf } from "../golden.js";

await smarketing.init();
const functions = functionsOf(glue);
const camel = (name) => name.replace(/_(.)/g, (_, letter) => letter.toUpperCase());
const homes = { Agreement: "Agreement", AgreementAndOther: "Agreement", Lead: "BoundLead" };

test("every function of the instance is in the package", () => {
  assert.ok(functions.length >= 60);
  for (const { name, on } of functions) {
    const home = homes[on] ? smarketing[homes[on]].prototype : smarketing;
    assert.equal(typeof home[camel(name)], "function", `${on}: ${name}`);
  }
});

test("the package has no function that the instance does not have", () => {
  const known = new Set(functions.filter(({ on }) => !homes[on]).map(({ name }) => camel(name)));
  const own = ["init", "initSync", "inLanguage"];
  for (const [name, value] of Object.entries(smarketing)) {
    const isClass = /^[A-Z]/.test(name);
    if (typeof value === "function" && !isClass && !own.includes(name)) assert.ok(known.has(name), name);
  }
});

test("the code takes what the declarations say", () => {
  const before = { AgreementAndOther: ["other"], BeforeAndAfter: ["before", "after"], Agreements: ["agreements"] };
  const text = ["functions", "methods"].map((name) => readFileSync(project(`bindings/wasm/npm/generated/${name}.d.ts`), "utf8"));
  const [free, methods] = text;
  const parts = { Agreement: methods.split("interface BoundLeadFunctions")[0], BoundLead: methods.split("interface BoundLeadFunctions")[1] };
  for (const { name, on, arguments: taken } of functions) {
    const where = homes[on] ? parts[homes[on]] : free;
    const declared = new RegExp(`\\b${camel(name)}\\(([^]*?)\\): [^\\n]*;\\n`).exec(where);
    assert.ok(declared, `${name} is not declared`);
    const words = [...(before[on] ?? []), ...taken.filter(({ required }) => required).map((one) => camel(one.name))];
    const optional = taken.filter(({ required }) => !required);
    let last = -1;
    for (const word of optional.length ? [...words, "options?"] : words) {
      const at = declared[1].indexOf(`${word}: `);
      assert.ok(at > last, `${name}: ${word} in (${declared[1]})`);
      last = at;
    }
    for (const one of optional) assert.ok(declared[1].includes(`${camel(one.name)}?: `), `${name}: ${one.name}`);
  }
});

test("the code hands the arguments on in their order and under their names", () => {
  const before = { AgreementAndOther: ["other"], BeforeAndAfter: ["before", "after"], Agreements: ["agreements"] };
  const asked = {
    Library: (name) => `askLibrary("${name}", `,
    Agreement: (name) => `askOne(this, "${name}", `,
    Lead: (name) => `askOne(this, "${name}", `,
    AgreementAndOther: (name) => `askMany([this, other], "${name}", `,
    BeforeAndAfter: (name) => `askMany([before, after], "${name}", `,
    Agreements: (name) => `askMany(agreements, "${name}", `,
  };
  const [free, methods] = ["functions", "methods"].map((name) => readFileSync(project(`bindings/wasm/npm/generated/${name}.js`), "utf8"));
  const [ofAgreement, ofLead] = methods.split("export class BoundLeadFunctions");
  const code = { Agreement: ofAgreement, BoundLead: ofLead };
  // What the classes write by hand, as its answer stays in wasm memory.
  const byHand = new Set(["Agreement assess"]);
  for (const { name, on, arguments: taken } of functions) {
    const where = homes[on] ? code[homes[on]] : free;
    const body = new RegExp(`\\b${camel(name)}\\(([^)]*)\\) \\{\\n\\s*return (.*);\\n`).exec(where);
    if (!body && byHand.has(`${on} ${name}`)) continue;
    assert.ok(body, `${on}: ${name} has no code`);
    const required = taken.filter((one) => one.required).map((one) => one.name);
    const optional = required.length < taken.length;
    const parameters = [...(before[on] ?? []), ...required.map(camel), ...(optional ? ["options"] : [])];
    assert.equal(body[1], parameters.join(", "), name);
    const members = required.map((one) => (camel(one) === one ? one : `${one}: ${camel(one)}`));
    const call = `${asked[on](name)}${members.length ? `{ ${members.join(", ")} }` : "{}"}${optional ? ", options" : ""})`;
    assert.ok(body[2].includes(call), `${name}: ${body[2]} has not ${call}`);
  }
});
