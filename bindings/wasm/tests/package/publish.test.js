// The packed package: publint finds nothing, nothing is missing, and nothing is in it that should not be.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { dirname, join, normalize } from "node:path";
import { test } from "node:test";
import { publint } from "publint";
import { formatMessage } from "publint/utils";
import { project } from "../files.js";
import { pack, scratch } from "./packed.js";

test("publint has nothing to say", async (context) => {
  const { tarball } = pack(scratch(context));
  const packed = readFileSync(tarball);
  const bytes = packed.buffer.slice(packed.byteOffset, packed.byteOffset + packed.byteLength);
  const { messages, pkg } = await publint({ pack: { tarball: bytes }, strict: true });
  assert.equal(pkg.name, "smarketing");
  assert.deepEqual(messages.map((message) => formatMessage(message, pkg)), []);
});

test("a bundler that does not read `exports`, as Parcel 2, finds the same entries", () => {
  const { main, module, exports } = JSON.parse(readFileSync(project("bindings/wasm/npm/package.json"), "utf8"));
  assert.deepEqual({ node: main, default: module }, { node: exports["."].node, default: exports["."].default });
});

test("every module is in it, and everything that a module imports", (context) => {
  const names = new Set(pack(scratch(context)).files.map(({ path }) => path));
  for (const name of ["LICENSE", "README.md", "package.json", "index.d.ts", "types.d.ts", "wasm/scoring.wasm", "wasm/rest.wasm"]) {
    assert.ok(names.has(name), `${name} is missing`);
  }
  for (const name of [...names].filter((one) => /\.(js|d\.ts)$/.test(one))) {
    const text = readFileSync(project(`bindings/wasm/npm/${name}`), "utf8");
    for (const [, from] of text.matchAll(/\bfrom "(\.[^"]+)"/g)) {
      const wanted = normalize(join(dirname(name), from));
      const there = name.endsWith(".d.ts") ? wanted.replace(/\.js$/, ".d.ts") : wanted;
      assert.ok(names.has(there), `${name} imports ${from}`);
    }
  }
});

test("it holds no eval, no address of a network and no machine's folder", (context) => {
  for (const { path } of pack(scratch(context)).files) {
    const text = readFileSync(project(`bindings/wasm/npm/${path}`), "latin1");
    if (path.endsWith(".js")) assert.doesNotMatch(text, /\beval\(|new Function|https?:\/\//, path);
    assert.doesNotMatch(text, /\/(home|root|Users)\/\w/, path);
  }
});
