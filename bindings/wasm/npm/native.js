// The wasm instance: its first file reads agreements and scores leads, and the rest joins it in the same memory.
import start, * as glue from "./wasm/smarketing.js";
import { SmarketingError } from "./errors.js";
import { SCORING } from "./generated/scoring.js";
import { moduleOf, moduleOfBytes, unloadable } from "./modules.js";
import { isRecord } from "./text.js";

/** What the first file exports, once it is there; and a promise while it is on its way. */
let first;
let starting;

/** Whether the rest is there; and a promise while it is on its way. */
let whole = false;
let joining;

/** What gives the bytes of a file of this package by its name, where that can be done at once. */
let read;

/** Loads the first file, and the rest unless only scoring is wanted, for all who ask meanwhile; what is there stays. */
export async function load({ scoring, rest, only }) {
  // Both come down side by side, and the first does not wait for the rest.
  const scores = first ? undefined : (starting ??= begin(scoring));
  const everything = only || whole ? undefined : (joining ??= join(rest));
  const settled = Promise.allSettled([everything]);
  try {
    await scores;
  } catch (cause) {
    // Who tries again with another file is not to get what is still on its way.
    await settled;
    throw cause;
  }
  await everything;
}

async function begin(source) {
  try {
    first = await start({ module_or_path: await moduleOf(source, "scoring") });
  } catch (cause) {
    throw unloadable(cause, "scoring");
  } finally {
    starting = undefined;
  }
}

async function join(source) {
  try {
    const module = await moduleOf(source, "rest");
    await starting;
    // Somebody may have given its bytes at once, meanwhile.
    if (whole) return;
    await WebAssembly.instantiate(module, { first });
    whole = true;
  } catch (cause) {
    throw unloadable(cause, "rest");
  } finally {
    joining = undefined;
  }
}

/** Loads at once, from bytes or compiled modules: the first file, and the rest if it is given. */
export function loadNow(files) {
  const { scoring, rest } = understood(files, "initSync", ["scoring", "rest"]);
  if (!first && starting) throw new SmarketingError("the library is on its way: wait for `init()`");
  if (!first && !scoring && !read) throw new SmarketingError("`initSync` needs `scoring` first: the bytes of scoring.wasm, or its module");
  try {
    first ??= glue.initSync({ module: moduleOfBytes(scoring ?? read("scoring"), "scoring") });
    if (!rest || whole) return;
    new WebAssembly.Instance(moduleOfBytes(rest, "rest"), { first });
    whole = true;
  } catch (cause) {
    throw unloadable(cause, first ? "rest" : "scoring");
  }
}

/** Says how to read the package's files at once, each when something in it is first asked for. */
export function readWith(reader) {
  read = reader;
}

/** What the instance exports. */
export function native() {
  if (!first && read) loadNow({});
  if (!first) throw new SmarketingError("the library is not loaded yet: `await init()` first");
  return glue;
}

/** The core's name of a function, as JavaScript has it. */
export const camel = (name) => name.replace(/(?<=[a-z0-9])_[a-z]/g, (pair) => pair[1].toUpperCase());

/** Makes sure that a function is there. */
export function need(name) {
  if (whole || SCORING.has(name) || !(first || read)) return;
  if (read) return loadNow({ rest: read("rest") });
  throw new SmarketingError(`\`${camel(name)}\` is not loaded, only what scores leads is: \`await init()\` loads the rest`);
}

/** The options of `init`. */
export function initOptions(options) {
  const known = understood(options, "init", ["only", "scoring", "rest"]);
  if (known.only !== undefined && known.only !== "scoring") throw new SmarketingError('`only` can be "scoring", and nothing else');
  return known;
}

/** An object that has nothing but some options. */
function understood(options, of, names) {
  const isPlain = isRecord(options);
  const unknown = isPlain && Object.keys(options).find((name) => !names.includes(name));
  if (isPlain && unknown === undefined) return options;
  const known = names.map((name) => `\`${name}\``).join(", ");
  throw new SmarketingError(isPlain ? `\`${of}\` has no option \`${unknown}\`; it has ${known}` : `\`${of}\` takes an object with ${known}`);
}
