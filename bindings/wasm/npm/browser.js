// The entry for browsers, workers and bundlers: `await init()` before the first call.
import { load } from "./native.js";

export * from "./library.js";

/** Loads the wasm file that lies in this package, or the one that is given. */
export async function init(source) {
  await load(source ?? new URL("./wasm/smarketing_bg.wasm", import.meta.url));
}
