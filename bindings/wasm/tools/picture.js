// Takes a picture of the page: `node tools/picture.js FILE [WIDTH] [dark]`.
import { project } from "../tests/files.js";
import { open } from "../tests/browser/chromium.js";
import { serve } from "../tests/browser/server.js";

const ends = [];
const context = { after: (end) => ends.push(end) };
const folders = { "/npm": project("bindings/wasm/npm"), "/pages": project("bindings/wasm/pages") };
const [, , file, width = "1360", scheme = "light"] = process.argv;
const page = await open(context, `${await serve(context, folders)}/pages/`, {
  viewport: { width: Number(width), height: 900 },
  colorScheme: scheme,
});
await page.waitForSelector("html[data-ready]");
await page.screenshot({ path: file, fullPage: true });
for (const end of ends.reverse()) await end();
