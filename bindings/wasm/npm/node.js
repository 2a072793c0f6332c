// The entry for node and its like: the wasm files are read from the disk, each when something in it is first asked for.
import { readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { SmarketingError } from "./errors.js";
import { initOptions, loadNow, native, readWith } from "./native.js";

export * from "./library.js";

/** Where the files are, in words that a bundler understands, which may put them elsewhere. */
const FILES = {
  scoring: () => new URL("./wasm/scoring.wasm", import.meta.url),
  rest: () => new URL("./wasm/rest.wasm", import.meta.url),
};

readWith((name) => {
  try {
    return moved(name) ?? readFileSync(join(dirname(fileURLToPath(import.meta.url)), "wasm", `${name}.wasm`));
  } catch (cause) {
    const help = "in a bundle, give the bytes of both files first, `initSync({ scoring, rest })`; or leave the package out of the bundle, as an external one";
    throw new SmarketingError(`${name}.wasm is not beside the library's code (${help}): ${cause}`, { cause });
  }
});

/** The bytes of a file that lies here, or where a bundler has put it; a bundler for pages says where it is on the web. */
function moved(name) {
  try {
    return readFileSync(FILES[name]());
  } catch {
    return undefined;
  }
}

/**
 * Makes sure that the library is there, from bytes or modules if they are given. Addresses are those of a browser: here
 * the files lie beside this module.
 */
export async function init(options = {}) {
  const { scoring, rest } = initOptions(options);
  const [first, second] = await Promise.all([scoring, rest]);
  loadNow({ scoring: isAddress(first) ? undefined : first, rest: isAddress(second) ? undefined : second });
  native();
}

function isAddress(source) {
  return typeof source === "string" || source instanceof URL;
}
