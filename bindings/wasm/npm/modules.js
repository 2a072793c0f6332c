// From what is given for a wasm file to its module: and where there is none, which file it is and what to do.
import { reason, SmarketingError } from "./errors.js";

const WHERE = "say where it is: `init({ scoring, rest })`";
const VITE = 'with Vite before 8 in a workspace: `optimizeDeps: { exclude: ["smarketing"] }`';
const POLICY = "the page's content security policy needs `script-src 'wasm-unsafe-eval'`";
const FILES = { scoring: "scoring.wasm", rest: "rest.wasm" };

/** The module of an address, a response, bytes, or a promise of one of them. */
export async function moduleOf(source, part) {
  try {
    const given = await source;
    const isAddress = typeof given === "string" || isA("URL", given) || isA("Request", given);
    return checked(await compiled(isAddress ? await fetched(given, part) : given, part), part);
  } catch (cause) {
    throw unloadable(cause, part);
  }
}

/** The module of bytes, at once. */
export function moduleOfBytes(given, part) {
  try {
    return checked(given instanceof WebAssembly.Module ? given : new WebAssembly.Module(given), part);
  } catch (cause) {
    throw unloadable(cause, part);
  }
}

async function fetched(address, part) {
  try {
    return await fetch(address);
  } catch (cause) {
    const help = `${WHERE}; its server, and the policy's \`connect-src\`, must allow it`;
    throw new SmarketingError(`${FILES[part]} cannot be fetched from ${address.url ?? address}: ${reason(cause)} (${help})`, { cause });
  }
}

async function compiled(given, part) {
  if (given instanceof WebAssembly.Module) return given;
  if (!isA("Response", given)) return WebAssembly.compile(given);
  if (!given.ok) throw new SmarketingError(`${FILES[part]} is not at ${given.url}: ${given.status} ${given.statusText} (${WHERE})`);
  const kind = given.headers.get("Content-Type") ?? "";
  if (kind.startsWith("text/html")) throw new SmarketingError(`${FILES[part]} is not at ${given.url}: a page is there (${WHERE}; ${VITE})`);
  // Of another type, it cannot be compiled while it comes down.
  return kind === "application/wasm" ? WebAssembly.compileStreaming(given) : WebAssembly.compile(await given.arrayBuffer());
}

/** The module, if it is that of the part: only the rest stands on the first. */
function checked(module, part) {
  const isRest = WebAssembly.Module.imports(module).some((one) => one.module === "first");
  if (isRest === (part === "rest")) return module;
  throw new SmarketingError(`\`${part}\` is given ${FILES[isRest ? "rest" : "scoring"]}, and should be ${FILES[part]}`);
}

/** The error of a file that cannot be loaded. */
export function unloadable(cause, part) {
  if (cause instanceof SmarketingError) return cause;
  if (cause instanceof WebAssembly.LinkError) return new SmarketingError(`the two wasm files are not of one build: ${cause}`, { cause });
  const said = reason(cause);
  const help = /content security policy|unsafe-eval/i.test(said) ? POLICY : WHERE;
  return new SmarketingError(`${FILES[part]} cannot be loaded: ${said} (${help})`, { cause });
}

/** Whether a value is of a class that not every place has. */
function isA(name, value) {
  return typeof globalThis[name] === "function" && value instanceof globalThis[name];
}
