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

/** Loading and the first score, in milliseconds, and the median of those after it, in microseconds. */
globalThis.firstScore = async ({ toml, lead, interactions, as_of: asOf }) => {
  const start = performance.now();
  await smarketing.init({ only: "scoring" });
  const loaded = performance.now();
  const agreement = smarketing.Agreement.fromToml(toml);
  const { score } = agreement.assess(lead, interactions, asOf);
  const first = performance.now() - loaded;
  // A browser's clock is coarse, so many are timed together.
  const batches = Array.from({ length: 60 }, () => {
    const from = performance.now();
    for (let count = 0; count < 100; count++) {
      const assessment = agreement.assess(lead, interactions, asOf);
      void [assessment.score, assessment.grade, assessment.stage];
      assessment.free();
    }
    return (performance.now() - from) * 10;
  });
  return { score, load: loaded - start, first, each: batches.sort((one, other) => one - other)[30] };
};

document.documentElement.dataset.ready = "yes";
