// Bundlers beside the newest Vite, each with nothing said to it: where the wasm files are, they find or are told.
import assert from "node:assert/strict";
import { cpSync, readdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { build as esbuild } from "esbuild";
import { build as vite7 } from "vite7";
import webpack from "webpack";
import { project } from "../files.js";
import { developed, fresh, page, SHOWN, shown } from "./fresh.js";

test("Vite 7 builds, and in development it moves modules and leaves files behind", async (context) => {
  const root = fresh(context);
  await vite7({ root, logLevel: "error" });
  assert.equal(await shown(context, join(root, "dist")), SHOWN);
  assert.equal(await developed(context, root, project("bindings/wasm/node_modules/vite7/bin/vite.js")), SHOWN);
});

test("webpack 5 builds, and finds the files", async (context) => {
  const app = fresh(context);
  const path = join(app, "dist");
  const output = { path, filename: "main.js" };
  const compiler = webpack({ mode: "production", context: app, entry: "./main.ts", output, performance: { hints: false } });
  const found = await new Promise((resolve, reject) => compiler.run((error, stats) => (error ? reject(error) : resolve(stats))));
  assert.deepEqual(found.toJson({ all: false, errors: true, warnings: true }), { errors: [], warnings: [] });
  assert.equal(readdirSync(path).filter((name) => name.endsWith(".wasm")).length, 2);
  writeFileSync(join(path, "index.html"), page("/main.js"));
  assert.equal(await shown(context, path), SHOWN);
});

test("esbuild bundles, and the files are copied beside the bundle", async (context) => {
  const app = fresh(context);
  const out = join(app, "dist");
  await esbuild({ absWorkingDir: app, entryPoints: ["main.ts"], bundle: true, format: "esm", outdir: out, logLevel: "error" });
  for (const name of ["scoring.wasm", "rest.wasm"]) cpSync(join(app, "node_modules/smarketing/wasm", name), join(out, "wasm", name));
  writeFileSync(join(out, "index.html"), page("/main.js"));
  assert.equal(await shown(context, out), SHOWN);
});
