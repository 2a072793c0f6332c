// A fresh Vite project that installs the packed tarball: it is built, and what was built runs under a strict policy.
import assert from "node:assert/strict";
import { execFileSync, spawn } from "node:child_process";
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { FIRST, project } from "../files.js";
import { pack, scratch } from "../package/packed.js";
import { open } from "./chromium.js";
import { serve } from "./server.js";

const MAIN = `// The fresh project's only module.
import { Agreement, init } from "smarketing";

await init();
const agreement = Agreement.fromToml(${JSON.stringify(FIRST)});
const visits = [{ type: "demo_request", at: new Date("2026-11-02T09:00:00Z") }];
const { score, stage } = agreement.assess({ industry: "Software", job_title: "CIO" }, visits, new Date("2026-11-02T10:00:00Z"));
document.body.textContent = \`\${score} \${stage}\`;
`;

const PAGE = `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><title>Fresh</title></head>
<body><script type="module" src="/main.ts"></script></body></html>
`;

/** A project with nothing but the package and Vite. */
function fresh(context) {
  const folder = scratch(context);
  const { tarball } = pack(folder);
  const { devDependencies } = JSON.parse(readFileSync(project("bindings/wasm/package.json"), "utf8"));
  mkdirSync(join(folder, "app"));
  const app = join(folder, "app");
  const manifest = { private: true, type: "module", dependencies: { smarketing: `file:${tarball}` }, devDependencies: { vite: devDependencies.vite } };
  writeFileSync(join(app, "package.json"), JSON.stringify(manifest));
  writeFileSync(join(app, "index.html"), PAGE);
  writeFileSync(join(app, "main.ts"), MAIN);
  execFileSync("npm", ["install", "--no-audit", "--no-fund", "--prefer-offline"], { cwd: app, stdio: "pipe" });
  return app;
}

const vite = (app) => join(app, "node_modules/vite/bin/vite.js");

test("it builds, and the build runs", async (context) => {
  const app = fresh(context);
  execFileSync("node", [vite(app), "build"], { cwd: app, stdio: "pipe" });
  const wasm = readdirSync(join(app, "dist/assets")).filter((name) => name.endsWith(".wasm"));
  assert.equal(wasm.length, 2, "two wasm files, each as a file of its own");
  const page = await open(context, `${await serve(context, { "/": join(app, "dist") })}/`);
  await page.waitForFunction(() => document.body.textContent.trim() !== "");
  assert.equal(await page.textContent("body"), "60 mql");
});

test("it runs in the development server", async (context) => {
  const app = fresh(context);
  const server = spawn("node", [vite(app), "--host", "127.0.0.1", "--port", "0", "--strictPort", "--clearScreen", "false"], {
    cwd: app,
    env: { ...process.env, NO_COLOR: "1" },
  });
  context.after(() => server.kill());
  const address = await new Promise((resolve, reject) => {
    let said = "";
    server.stdout.on("data", (more) => {
      said += more;
      const found = /http:\/\/127\.0\.0\.1:\d+\//.exec(said);
      if (found) resolve(found[0]);
    });
    server.on("exit", () => reject(new Error(said)));
  });
  const page = await open(context, address, { mayComplain: true });
  await page.waitForFunction(() => document.body.textContent.trim() !== "");
  assert.equal(await page.textContent("body"), "60 mql");
});
