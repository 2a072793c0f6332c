// What the TypeScript compiler says of some code, in a project as strict as there is.
import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { project } from "./files.js";

/** A folder that is gone when the test is over. */
export function scratch(context) {
  const folder = mkdtempSync(join(tmpdir(), "smarketing-"));
  context.after(() => rmSync(folder, { recursive: true }));
  return folder;
}

/** What is said of these texts, each a module of its own; nothing where all is well. */
export function compiled(context, texts) {
  const folder = scratch(context);
  for (const [index, text] of texts.entries()) writeFileSync(join(folder, `example${index}.mts`), text);
  const typeRoots = [project("bindings/wasm/node_modules/@types")];
  const compilerOptions = { types: ["node"], typeRoots, exactOptionalPropertyTypes: true };
  const config = { extends: project("bindings/wasm/tests/types/tsconfig.json"), compilerOptions, include: ["*.mts"] };
  writeFileSync(join(folder, "tsconfig.json"), JSON.stringify(config));
  const { stdout, status } = spawnSync(project("bindings/wasm/node_modules/.bin/tsc"), ["--project", folder], { encoding: "utf8" });
  return status === 0 ? stdout : `${status}: ${stdout}`;
}
