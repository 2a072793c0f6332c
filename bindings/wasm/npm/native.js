// The wasm instance: its first file reads agreements and scores leads, and the rest joins it in the same memory.
import start, * as glue from "./wasm/smarketing.js";
import { SmarketingError } from "./errors.js";
import { SCORING } from "./generated/scoring.js";

/** What the first file exports, once it is there. */
let first;

/** Whether the rest is there; and what gives its bytes, where that can be done at once. */
let whole = false;
let bytesOfRest;

/** Loads the first file, and the rest unless only scoring is wanted; what is loaded already stays. */
export async function load({ scoring, rest, only }) {
  try {
    // Both come down side by side.
    const [one, other] = await Promise.all([!first && compiled(scoring), !only && !whole && compiled(rest)]);
    first ??= await start({ module_or_path: one });
    if (other && !whole) {
      await WebAssembly.instantiate(other, { first });
      whole = true;
    }
  } catch (cause) {
    throw unloadable(cause);
  }
}

/** Loads at once, from bytes or compiled modules: the first file, and the rest if it is given. */
export function loadNow({ scoring, rest }) {
  try {
    first ??= glue.initSync({ module: scoring });
    if (rest && !whole) {
      new WebAssembly.Instance(rest instanceof WebAssembly.Module ? rest : new WebAssembly.Module(rest), { first });
      whole = true;
    }
  } catch (cause) {
    throw unloadable(cause);
  }
}

/** Says how to get the rest at once, when it is first asked for. */
export function loadRestWith(bytes) {
  bytesOfRest = bytes;
}

/** What the instance exports. */
export function native() {
  if (!first) throw new SmarketingError("the library is not loaded yet: `await init()` first");
  return glue;
}

/** Makes sure that a function is there. */
export function need(name) {
  if (whole || SCORING.has(name) || !first) return;
  if (bytesOfRest) return loadNow({ rest: bytesOfRest() });
  const called = name.replace(/_[a-z]/g, (pair) => pair[1].toUpperCase());
  throw new SmarketingError(`\`${called}\` is not loaded, only what scores leads is: \`await init()\` loads the rest`);
}

/** A module from an address, a response, or bytes. */
async function compiled(source) {
  let given = await source;
  if (typeof given === "string" || isA("URL", given) || isA("Request", given)) given = await fetch(given);
  if (given instanceof WebAssembly.Module) return given;
  if (!isA("Response", given)) return WebAssembly.compile(given);
  if (!given.ok) throw new Error(`${given.status} ${given.statusText} at ${given.url}`.trim());
  // Of another type, it cannot be compiled while it comes down.
  const isNamed = given.headers.get("Content-Type") === "application/wasm";
  return isNamed ? WebAssembly.compileStreaming(given) : WebAssembly.compile(await given.arrayBuffer());
}

/** Whether a value is of a class that not every place has. */
function isA(name, value) {
  return typeof globalThis[name] === "function" && value instanceof globalThis[name];
}

function unloadable(cause) {
  return cause instanceof SmarketingError ? cause : new SmarketingError(`the wasm file cannot be loaded: ${cause}`, { cause });
}
