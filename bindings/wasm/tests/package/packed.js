// Packs the npm package as a registry would get it, and gives the tarball.
import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { project } from "../files.js";

/** A new folder that is gone when the test is over. */
export function scratch(context) {
  const folder = mkdtempSync(join(tmpdir(), "smarketing-"));
  context.after(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

/** The tarball, and the names and sizes of what is in it. */
export function pack(folder) {
  const flags = ["pack", "--json", "--ignore-scripts", "--pack-destination", folder];
  const said = JSON.parse(execFileSync("npm", flags, { cwd: project("bindings/wasm/npm"), encoding: "utf8" }));
  const [{ filename, files }] = Array.isArray(said) ? said : Object.values(said);
  return { tarball: join(folder, filename), files };
}
