// In node nothing is read before it is needed; where the files are not, the error says how to give them.
import assert from "node:assert/strict";
import { cpSync, mkdtempSync, readFileSync, renameSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { test } from "node:test";
import { pathToFileURL } from "node:url";
import { project, REQUEST } from "../files.js";

const DOCUMENT = { smarketing: 1, agreement: { name: "A", version: "7" } };
const bytes = (name) => readFileSync(project(`bindings/wasm/npm/wasm/${name}.wasm`));

/** The package in a folder of its own, without some of its files; each has an instance of its own. */
async function without(context, ...names) {
  const folder = mkdtempSync(join(tmpdir(), "smarketing-"));
  context.after(() => rmSync(folder, { recursive: true }));
  cpSync(project("bindings/wasm/npm"), folder, { recursive: true });
  const file = (name) => join(folder, "wasm", `${name}.wasm`);
  for (const name of names) renameSync(file(name), `${file(name)}.away`);
  const put = (name) => renameSync(`${file(name)}.away`, file(name));
  return { library: await import(pathToFileURL(join(folder, "node.js"))), put };
}

const missing = (name) => ({ name: "SmarketingError", message: new RegExp(`^${name}\\.wasm is not beside .*\`initSync\\(\\{ scoring, rest \\}\\)\`.*ENOENT`) });

test("importing reads nothing, and asking reads what it needs", async (context) => {
  const { library, put } = await without(context, "scoring", "rest");
  const { Agreement, builtInGlossary } = library;
  assert.throws(() => Agreement.fromDocument(DOCUMENT), missing("scoring"));
  assert.throws(() => builtInGlossary(), missing("rest"));
  await assert.rejects(library.init(), missing("scoring"));
  put("scoring");
  assert.equal(Agreement.fromDocument(DOCUMENT).assess({}, [], REQUEST.as_of).score, 0);
  assert.throws(() => builtInGlossary(), missing("rest"));
  put("rest");
  assert.ok(builtInGlossary().length > 0);
});

test("what is given is used in the place of the files", async (context) => {
  const { library } = await without(context, "scoring", "rest");
  library.initSync({ scoring: bytes("scoring") });
  assert.equal(library.Agreement.fromDocument(DOCUMENT).version(), "7");
  assert.throws(() => library.schema(), missing("rest"));
  library.initSync({ rest: new WebAssembly.Module(bytes("rest")) });
  assert.ok(library.schema());
});

test("`init` takes bytes, and leaves the addresses of a page aside", async (context) => {
  const { library } = await without(context, "rest");
  await library.init({ scoring: "/assets/scoring.wasm", rest: new URL("https://firm.example/rest.wasm") });
  assert.throws(() => library.schema(), missing("rest"));
  await library.init({ rest: Promise.resolve(bytes("rest")) });
  assert.ok(library.schema());
});
