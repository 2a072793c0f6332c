// Fresh projects with nothing but the packed package in them, and what their page shows.
import { execFileSync, spawn } from "node:child_process";
import { mkdirSync, writeFileSync } from "node:fs";
import { createServer } from "node:net";
import { join } from "node:path";
import { FIRST } from "../files.js";
import { pack, scratch } from "../package/packed.js";
import { open } from "./chromium.js";
import { serve } from "./server.js";

const MAIN = `// The fresh project's only module.
import { Agreement, init } from "smarketing";

await init();
const agreement = Agreement.fromToml(${JSON.stringify(FIRST)});
const visits = [{ type: "demo_request", at: new Date("2026-11-02T09:00:00Z") }];
const { score, stage } = agreement.assess({ industry: "Software", job_title: "CIO" }, visits, new Date("2026-11-02T10:00:00Z"));
document.body.textContent = \`\${score} \${stage} \${agreement.check().length}\`;
`;

/** What the page shows when everything is there. */
export const SHOWN = "60 mql 0";

/** A page with the module of an address. */
export const page = (address) => `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><title>Fresh</title></head>
<body><script type="module" src="${address}"></script></body></html>
`;

/** The sources of a project, in which the package is yet to be installed from the tarball. */
export function sources(context) {
  const folder = scratch(context);
  const { tarball } = pack(folder);
  const app = join(folder, "app");
  mkdirSync(app);
  writeFileSync(join(app, "package.json"), JSON.stringify({ private: true, type: "module" }));
  writeFileSync(join(app, "index.html"), page("/main.ts"));
  writeFileSync(join(app, "main.ts"), MAIN);
  return { app, tarball };
}

/** A project in which the package is unpacked where npm would. */
export function fresh(context) {
  const { app, tarball } = sources(context);
  const place = join(app, "node_modules/smarketing");
  mkdirSync(place, { recursive: true });
  execFileSync("tar", ["-xzf", tarball, "-C", place, "--strip-components=1"]);
  return app;
}

/** What a project's page shows that is served from a folder, under the strictest policy. */
export async function shown(context, folder) {
  return text(await open(context, `${await serve(context, { "/": folder })}/`));
}

/** What a project's page shows while it is developed with a Vite. */
export async function developed(context, app, vite) {
  const flags = ["--host", "127.0.0.1", "--port", `${await freePort()}`, "--strictPort", "--clearScreen", "false"];
  const server = spawn("node", [vite, ...flags], { cwd: app, env: { ...process.env, NO_COLOR: "1" } });
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
  return text(await open(context, address, { mayComplain: true }));
}

/** A port that nobody listens at: to Vite, 0 is its usual one, which somebody may have. */
function freePort() {
  return new Promise((resolve) => {
    const server = createServer();
    server.listen(0, "127.0.0.1", () => {
      const { port } = server.address();
      server.close(() => resolve(port));
    });
  });
}

async function text(page) {
  await page.waitForFunction(() => document.body.textContent.trim() !== "");
  return page.textContent("body");
}
