// The entry for browsers, workers and bundlers: `await init()` before the first call.
import { initOptions, load } from "./native.js";

export * from "./library.js";

/** Loads the two wasm files that lie in this package, or those that are given; or only the one that scores leads. */
export async function init(options = {}) {
  const { only, scoring, rest } = initOptions(options);
  await load({
    only,
    scoring: scoring ?? new URL("./wasm/scoring.wasm", import.meta.url),
    rest: rest ?? new URL("./wasm/rest.wasm", import.meta.url),
  });
}
