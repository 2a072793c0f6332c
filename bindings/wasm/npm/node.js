// The entry for node and its like: the wasm files are read from the disk, the second when something in it is first asked.
import { readFileSync } from "node:fs";
import { loadNow, loadRestWith } from "./native.js";

export * from "./library.js";

const file = (name) => readFileSync(new URL(`./wasm/${name}`, import.meta.url));
loadNow({ scoring: file("scoring.wasm") });
loadRestWith(() => file("rest.wasm"));

/** Nothing is left to do: it is here so that the same code runs in a browser. */
export async function init() {}
