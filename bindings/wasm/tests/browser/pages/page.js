// What the browser's tests call: the package, the golden cases, and a worker with the package in it.
import * as smarketing from "/npm/browser.js";
import * as glue from "/npm/wasm/smarketing.js";
import { differences } from "/tests/golden.js";

const json = async (path) => (await fetch(path)).json();

globalThis.smarketing = smarketing;

/** Whether each golden case gives the bytes of Rust. */
globalThis.golden = async () => {
  await smarketing.init();
  const [requests, answers] = await Promise.all([json("/golden/requests.json"), json("/golden/answers.json")]);
  return { count: requests.length, wrong: differences(glue, requests, answers).slice(0, 5) };
};

/** What a worker makes of a question. */
globalThis.inWorker = (question) =>
  new Promise((resolve, reject) => {
    const worker = new Worker("/tests/browser/pages/worker.js", { type: "module" });
    worker.onmessage = ({ data }) => (worker.terminate(), resolve(data));
    worker.onerror = (event) => (event.preventDefault(), reject(new Error(event.message)));
    worker.postMessage(question);
  });

/** From the first byte of the package to the first score, in milliseconds. */
globalThis.firstScore = async ({ toml, lead, interactions, as_of: asOf }) => {
  const start = performance.now();
  await smarketing.init();
  const loaded = performance.now();
  const { score } = smarketing.Agreement.fromToml(toml).assess(lead, interactions, asOf);
  return { score, load: loaded - start, first: performance.now() - loaded };
};

document.documentElement.dataset.ready = "yes";
