// A server in one file: esbuild has put the package into it, and the wasm files lie elsewhere.
import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { cpSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { build } from "esbuild";
import { FIRST, project } from "../files.js";
import { scratch } from "./packed.js";

const SERVER = `
import { readFileSync } from "node:fs";
import { Agreement, builtInGlossary, initSync, SmarketingError } from "smarketing";

const said = [];
try {
  Agreement.fromToml("");
} catch (error) {
  said.push(error instanceof SmarketingError, error.message);
}
const [scoring, rest] = process.argv.slice(2).map((file) => readFileSync(file));
if (scoring) initSync({ scoring, rest });
said.push(Agreement.fromToml(${JSON.stringify(FIRST)}).version(), builtInGlossary().length > 0);
console.log(JSON.stringify(said));
`;

const files = ["scoring", "rest"].map((name) => project(`bindings/wasm/npm/wasm/${name}.wasm`));

/** The server in one file, of one of the two kinds of modules that node has. */
async function bundled(context, format, ending) {
  const folder = scratch(context);
  writeFileSync(join(folder, "server.js"), SERVER);
  const alias = { smarketing: project("bindings/wasm/npm/node.js") };
  const outfile = join(folder, `out.${ending}`);
  const entryPoints = [join(folder, "server.js")];
  await build({ entryPoints, outfile, alias, format, bundle: true, platform: "node", logLevel: "error", logOverride: { "empty-import-meta": "silent" } });
  return { folder, run: (...given) => JSON.parse(execFileSync("node", [outfile, ...given], { encoding: "utf8" })) };
}

for (const [format, ending] of [["esm", "mjs"], ["cjs", "cjs"]]) {
  test(`as ${format}, it says what to do, and does it`, async (context) => {
    const { run } = await bundled(context, format, ending);
    const [isOurs, message, version, hasRest] = run(...files);
    assert.ok(isOurs);
    assert.match(message, /^scoring\.wasm is not beside .*`initSync\(\{ scoring, rest \}\)`/);
    assert.deepEqual([version, hasRest], ["2026.11", true]);
  });
}

test("with the files copied beside it, it needs nothing", async (context) => {
  const { folder, run } = await bundled(context, "esm", "mjs");
  for (const file of files) cpSync(file, join(folder, "wasm", file.split("/").at(-1)));
  assert.deepEqual(run().slice(-2), ["2026.11", true]);
});
