// A fresh Vite project that installs the packed tarball: it is built, and what was built runs under a strict policy.
import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { project } from "../files.js";
import { developed, SHOWN, shown, sources } from "./fresh.js";

/** A project with nothing but the package and Vite, as npm installs them. */
function installed(context) {
  const { app, tarball } = sources(context);
  const { devDependencies } = JSON.parse(readFileSync(project("bindings/wasm/package.json"), "utf8"));
  const manifest = { private: true, type: "module", dependencies: { smarketing: `file:${tarball}` }, devDependencies: { vite: devDependencies.vite } };
  writeFileSync(join(app, "package.json"), JSON.stringify(manifest));
  execFileSync("npm", ["install", "--no-audit", "--no-fund", "--prefer-offline"], { cwd: app, stdio: "pipe" });
  return { app, vite: join(app, "node_modules/vite/bin/vite.js") };
}

test("it builds, the build runs, and so does the development server", async (context) => {
  const { app, vite } = installed(context);
  execFileSync("node", [vite, "build"], { cwd: app, stdio: "pipe" });
  const wasm = readdirSync(join(app, "dist/assets")).filter((name) => name.endsWith(".wasm"));
  assert.equal(wasm.length, 2, "two wasm files, each as a file of its own");
  assert.equal(await shown(context, join(app, "dist")), SHOWN);
  assert.equal(await developed(context, app, vite), SHOWN);
});
