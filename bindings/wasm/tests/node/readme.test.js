// The examples of the package's README run, and print what they say; its agreement is that of the project's README.
import assert from "node:assert/strict";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { test } from "node:test";
import { pathToFileURL } from "node:url";
import { FIRST, project } from "../files.js";

const README = readFileSync(project("bindings/wasm/npm/README.md"), "utf8");
const blocks = [...README.matchAll(/```(js|ts)\n([\s\S]*?)```/g)].map(([, , code]) => code);

test("the agreement is that of the project's README", () => {
  assert.equal(/```toml\n([\s\S]*?)```/.exec(README)[1], FIRST);
});

for (const [index, code] of blocks.entries()) {
  test(`example ${index + 1}`, async (context) => {
    const folder = mkdtempSync(join(tmpdir(), "smarketing-"));
    context.after(() => rmSync(folder, { recursive: true }));
    writeFileSync(join(folder, "agreement.toml"), FIRST);
    const entry = pathToFileURL(project("bindings/wasm/npm/node.js"));
    const runnable = code
      .replaceAll('from "smarketing"', `from "${entry}"`)
      .replaceAll('"agreement.toml"', JSON.stringify(join(folder, "agreement.toml")));
    writeFileSync(join(folder, "example.mjs"), runnable);
    const printed = [];
    context.mock.method(console, "log", (value) => printed.push(String(value)));
    await import(pathToFileURL(join(folder, "example.mjs")));
    const expected = [...code.matchAll(/console\.log\(.*\); \/\/ (.*)/g)].map(([, said]) => said);
    assert.ok(expected.length > 0);
    assert.deepEqual(printed, expected);
  });
}

test("there are two examples", () => assert.equal(blocks.length, 2));
