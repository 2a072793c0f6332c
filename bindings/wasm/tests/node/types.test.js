// The types hang together: what is answered may be given back, as it is, wherever it is taken.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { compiled } from "../compiled.js";
import { project } from "../files.js";

const types = readFileSync(project("bindings/wasm/npm/types.d.ts"), "utf8");
const names = new Set([...types.matchAll(/^export (?:interface|type) (\w+)/gm)].map(([, name]) => name));
// `ConflictInput` is what conflicts are looked for in, and no `Conflict`.
const both = [...names].filter((name) => names.has(`${name}Input`) && name !== "Conflict");

const law = (name) => `export const of${name} = (answered: types.${name}): types.${name}Input => answered;\n`;

test("every answer is what may be given of its type", (context) => {
  assert.ok(both.length > 80, `${both.length}`);
  const text = `import type * as types from ${JSON.stringify(project("bindings/wasm/npm/types.js"))};\n${both.map(law).join("")}`;
  assert.equal(compiled(context, [text]), "");
  assert.match(compiled(context, [text.replace(law("Goal"), "export const wrong = (answered: types.Goal): types.KpiInput => answered;\n")]), /TS2322|TS2741|TS2739/);
});
