// The entry for node and its like: the wasm file is read from the disk, and everything is ready at once.
import { readFileSync } from "node:fs";
import { loadNow } from "./native.js";

export * from "./library.js";

loadNow(readFileSync(new URL("./wasm/smarketing_bg.wasm", import.meta.url)));

/** Nothing is left to do: it is here so that the same code runs in a browser. */
export async function init() {}
