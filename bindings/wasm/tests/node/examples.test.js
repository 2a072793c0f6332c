// The examples of the declarations run, and print what their comments say.
import assert from "node:assert/strict";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { test } from "node:test";
import { pathToFileURL } from "node:url";
import { project } from "../files.js";

const PAGE = readFileSync(project("bindings/wasm/examples/functions.md"), "utf8");
const AGREEMENT = project("docs/guides/agreement.toml");
const [head, ...sections] = PAGE.split("\n## ");
const code = (text) => /```js\n([\s\S]*?)```/.exec(text)[1];

for (const section of sections) {
  const [name] = section.split("\n", 1);
  test(name, async (context) => {
    const folder = mkdtempSync(join(tmpdir(), "smarketing-"));
    context.after(() => rmSync(folder, { recursive: true }));
    const printed = [];
    context.mock.method(console, "log", (...values) => printed.push(values.join(" ")));
    const runnable = (code(head) + code(section))
      .replaceAll('from "smarketing"', `from "${pathToFileURL(project("bindings/wasm/npm/node.js"))}"`)
      .replaceAll('"agreement.toml"', JSON.stringify(AGREEMENT));
    writeFileSync(join(folder, "example.mjs"), runnable);
    await import(pathToFileURL(join(folder, "example.mjs")));
    const expected = [...code(section).matchAll(/console\.log\(.*\); \/\/ (.*)/g)].map(([, said]) => said);
    assert.ok(expected.length > 0);
    assert.deepEqual(printed, expected);
  });
}

test("there are examples", () => assert.ok(sections.length >= 10));
