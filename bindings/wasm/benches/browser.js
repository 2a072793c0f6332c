// What the first score costs in Chromium, and each one after it: `node benches/browser.js`. Medians over fresh pages.
import assert from "node:assert/strict";
import { open } from "../tests/browser/chromium.js";
import { serve } from "../tests/browser/server.js";
import { FORTY_RULES, project, REQUEST } from "../tests/files.js";

const lives = [];
for (let life = 0; life < 7; life++) {
  const ends = [];
  const context = { after: (end) => ends.push(end) };
  const folders = { "/npm": project("bindings/wasm/npm"), "/tests": project("bindings/wasm/tests") };
  const page = await open(context, `${await serve(context, folders)}/tests/browser/pages/`);
  await page.waitForSelector("html[data-ready]");
  const figures = await page.evaluate((given) => globalThis.firstScore(given), { toml: FORTY_RULES, ...REQUEST });
  assert.equal(figures.score, 87.352848);
  lives.push(figures);
  for (const end of ends.reverse()) await end();
}

const median = (of) => lives.map(of).sort((one, other) => one - other)[lives.length >> 1];
console.log(`${median(({ load }) => load).toFixed(1).padStart(7)} ms  loading: fetched from the same machine, compiled`);
console.log(`${median(({ first }) => first).toFixed(1).padStart(7)} ms  the first score, agreement read`);
console.log(`${median(({ each }) => each).toFixed(1).padStart(7)} µs  assess: score, grade, stage; freed`);
