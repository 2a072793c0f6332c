// The examples of both READMEs compile and run: the package's print what they say, the project's asserts what it says.
import assert from "node:assert/strict";
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { pathToFileURL } from "node:url";
import { compiled, scratch } from "../compiled.js";
import { FIRST, README as PROJECT, project } from "../files.js";

const README = readFileSync(project("bindings/wasm/npm/README.md"), "utf8");
const blocks = [...README.matchAll(/```(js|ts)\n([\s\S]*?)```/g)].map(([, , code]) => code);

test("the agreement is that of the project's README", () => {
  assert.equal(/```toml\n([\s\S]*?)```/.exec(README)[1], FIRST);
});

/** Runs an example in a folder of its own, beside the first agreement. */
async function run(code, context) {
  const folder = scratch(context);
  writeFileSync(join(folder, "agreement.toml"), FIRST);
  const entry = pathToFileURL(project("bindings/wasm/npm/node.js"));
  const runnable = code
    .replaceAll('from "smarketing"', `from "${entry}"`)
    .replaceAll('"agreement.toml"', JSON.stringify(join(folder, "agreement.toml")));
  writeFileSync(join(folder, "example.mjs"), runnable);
  await import(pathToFileURL(join(folder, "example.mjs")));
}

test("every example compiles, and what does not would be seen", (context) => {
  const own = [...PROJECT.matchAll(/```(?:js|ts)\n([\s\S]*?)```/g)].map(([, code]) => code);
  assert.ok(own.length > 1);
  assert.equal(compiled(context, [...blocks, ...own]), "");
  assert.match(compiled(context, own.map((code) => code.replace("question?.ask", "question?.asks"))), /'asks' does not exist/);
});

test("the project's README", async (context) => {
  const own = [...PROJECT.matchAll(/```ts\n([\s\S]*?)```/g)].map(([, code]) => code);
  assert.equal(own.length, 1);
  assert.ok(own[0].split("assert.equal").length > 5);
  await run(own[0], context);
});

test("the project's README in a browser", async (context) => {
  const own = [...PROJECT.matchAll(/```js\n([\s\S]*?)```/g)].map(([, code]) => code);
  assert.equal(own.length, 1);
  const fetched = [];
  context.mock.method(globalThis, "fetch", async (path) => {
    fetched.push(path);
    return new Response(FIRST);
  });
  await run(`${own[0]}\nif (agreement.version() !== "2026.11") throw new Error(agreement.version());`, context);
  assert.equal(fetched.length, 1);
});

for (const [index, code] of blocks.entries()) {
  test(`example ${index + 1}`, async (context) => {
    const printed = [];
    context.mock.method(console, "log", (value) => printed.push(String(value)));
    await run(code, context);
    const expected = [...code.matchAll(/console\.log\(.*\); \/\/ (.*)/g)].map(([, said]) => said);
    assert.ok(expected.length > 0);
    assert.deepEqual(printed, expected);
  });
}

test("there are two examples", () => assert.equal(blocks.length, 2));
