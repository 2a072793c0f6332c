// The entry for browsers, workers and bundlers: `await init()` before the first call.
import { initOptions, load } from "./native.js";

export * from "./library.js";

/** Loads the two wasm files that lie in this package, or those that are given; or only the one that scores leads. */
export async function init(options = {}) {
  const { only, scoring, rest } = initOptions(options);
  await load({
    only,
    scoring: scoring ?? inPlace(new URL("./wasm/scoring.wasm", import.meta.url)),
    rest: rest ?? inPlace(new URL("./wasm/rest.wasm", import.meta.url)),
  });
}

/**
 * The address of a file. While a page is developed, Vite before 8 serves this module from a folder of its own, such as
 * `node_modules/.vite/deps`, and leaves the files where they are.
 */
function inPlace(address) {
  return new URL(address.href.replace(/\/node_modules\/\.[^?]*\/deps\/wasm\//, "/node_modules/smarketing/wasm/"));
}
