// The entry for node and its like: the wasm files are read from the disk, the second when something in it is first asked.
import { readFileSync } from "node:fs";
import { initOptions, loadNow, loadRestWith } from "./native.js";

export * from "./library.js";

loadNow({ scoring: readFileSync(new URL("./wasm/scoring.wasm", import.meta.url)) });
loadRestWith(() => readFileSync(new URL("./wasm/rest.wasm", import.meta.url)));

/** Nothing is left to do: it is here so that the same code runs in a browser. */
export async function init(options = {}) {
  initOptions(options);
}
