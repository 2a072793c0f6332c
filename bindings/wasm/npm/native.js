// The wasm instance: loaded once, in whichever way the place offers.
import start, * as glue from "./wasm/smarketing.js";
import { SmarketingError } from "./errors.js";

let ready = false;

/** Loads the instance; what is loaded already stays. */
export async function load(source) {
  try {
    await start({ module_or_path: await source });
    ready = true;
  } catch (cause) {
    throw new SmarketingError(`the wasm file cannot be loaded: ${cause}`, { cause });
  }
}

/** Loads the instance at once, from its bytes or a compiled module. */
export function loadNow(module) {
  try {
    glue.initSync({ module });
    ready = true;
  } catch (cause) {
    throw new SmarketingError(`the wasm file cannot be loaded: ${cause}`, { cause });
  }
}

/** What the instance exports. */
export function native() {
  if (!ready) throw new SmarketingError("the library is not loaded yet: `await init()` first");
  return glue;
}
