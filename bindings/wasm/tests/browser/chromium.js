// A page in Chromium, in which nothing may go wrong unseen.
import assert from "node:assert/strict";
import { chromium } from "playwright-core";

const FLAGS = [
  "--no-sandbox",
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
];

/** Opens an address; when the test is over, the page must have said nothing on its console. */
export async function open(context, address, { mayComplain = false, ...options } = {}) {
  const executablePath = process.env.CHROMIUM ?? "/usr/bin/chromium";
  const browser = await chromium.launch({ executablePath, headless: true, args: FLAGS });
  const page = await browser.newPage({ viewport: { width: 1360, height: 900 }, ...options });
  const said = [];
  const foreign = [];
  page.on("console", (message) => said.push(`${message.type()}: ${message.text()}`));
  page.on("pageerror", (error) => said.push(String(error)));
  page.on("request", (request) => {
    if (!request.url().replace(/^blob:/, "").startsWith(new URL(address).origin)) foreign.push(request.url());
  });
  context.after(async () => {
    await browser.close();
    if (!mayComplain) assert.deepEqual(said, [], "the page complained");
    assert.deepEqual(foreign, [], "the page asked another address");
  });
  await page.goto(address);
  return page;
}
