// How a function of the library is called: arguments to text, text to the core, answer to a value.
import { Assessment } from "./assessment.js";
import { RequestError, reason, SmarketingError, thrown, unwritable } from "./errors.js";
import { Handle, KEY, LEND, NATIVE } from "./handles.js";
import { camel, native, need } from "./native.js";
import { isRecord, toText } from "./text.js";

/** Asks with arguments by name; what is wrong with them is told in the names that the caller wrote. */
export function ask(required, options, use, name) {
  const written = new Map();
  try {
    return use(request(name, required, options, written));
  } catch (cause) {
    throw renamed(thrown(cause), (argument) => written.get(argument) ?? camel(argument));
  }
}

const snake = (name) => name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);

/** The required arguments by name, and the optional ones from the options, whose names are in camelCase. */
function request(name, required, options, written) {
  if (options === undefined) return toText(required);
  // Without a prototype, as an option may have any name.
  const given = Object.assign(Object.create(null), required);
  for (const [option, value] of entries(options)) {
    const argument = snake(option);
    written.set(argument, option);
    if (argument in given) throw unknown(name, argument, argument in required);
    given[argument] = value;
  }
  // What the function does not know at all is found by the core.
  return toText(given);
}

/** A request's error with the caller's names of arguments. */
function renamed(error, spoken) {
  if (!(error instanceof RequestError)) return error;
  return new RequestError(error.findings.map((finding) => inWords(finding, spoken)), { cause: error.cause });
}

/** A finding whose path begins with an argument; a missing or an unknown one is also named in its words. */
function inWords(finding, spoken) {
  const { code, message, path, help, suggestion } = finding;
  const words = (text) => text?.replace(/`(\w+)`/g, (_, name) => `\`${spoken(name)}\``);
  const named = { ...finding, path: path.replace(/^\w+/, spoken) };
  const isOfArguments = (code === "missing_key" && path === "") || (code === "unknown_key" && !/[.[]/.test(path));
  if (!isOfArguments) return named;
  if (suggestion) named.suggestion = spoken(suggestion);
  if (help) named.help = words(help);
  return { ...named, message: words(message) };
}

/** The options, which may be any value. */
function entries(options) {
  let cause;
  try {
    if (isRecord(options) && typeof options.toJSON !== "function") return Object.entries(options);
  } catch (error) {
    cause = error;
  }
  const message = cause === undefined ? "optional arguments are given as a plain object" : `the options cannot be read: ${reason(cause)}`;
  throw unwritable("", message, "such as `{ name: value }`, each by its name", { cause });
}

/** An option that would overwrite what was given before it. */
function unknown(name, argument, isRequired) {
  const message = isRequired ? `\`${argument}\` is no option of \`${name}\`` : `\`${argument}\` is given twice`;
  const help = isRequired ? "it is given before the options" : "give it once, in camelCase";
  return new RequestError([{ code: "unknown_key", severity: "error", message, path: argument, help }]);
}

/** Calls the instance; what it throws becomes an error of the library. */
export function text(call) {
  try {
    return call();
  } catch (cause) {
    throw thrown(cause);
  }
}

/** Asks the library. */
export function askLibrary(name, required, options) {
  need(name);
  return ask(required, options, (written) => native().answer(name, written), name);
}

/** What an agreement or a bound lead holds in wasm memory; a method may have been taken off its object. */
export function held(handle, name) {
  if (handle instanceof Handle) return handle[NATIVE]();
  throw new SmarketingError(`\`${camel(name)}\` is a method, and was called without its object: \`object.${camel(name)}(…)\``);
}

/** Asks an agreement, or a bound lead. */
export function askOne(handle, name, required, options) {
  need(name);
  return ask(required, options, (written) => held(handle, name).answer(name, written), name);
}

/** Asks several agreements. */
export function askMany(agreements, name, required, options) {
  need(name);
  const asked = handles(agreements);
  if (!asked) throw unwritable("agreements", `\`${name}\` asks objects of the class Agreement`);
  // The instance takes the handles it is given, so it is given others.
  return ask(required, options, (written) => native().answerWith(shares(asked, name), name, written), name);
}

/** The handles in a list, or nothing where there is something else. */
function handles(agreements) {
  try {
    const asked = Array.isArray(agreements) && Array.from(agreements);
    return asked && asked.every((one) => one instanceof Handle) ? asked : undefined;
  } catch {
    // A proxy may throw whatever it is asked.
    return undefined;
  }
}

/** A share of each agreement, taken at once: to ask the next one may let go the one before. */
function shares(asked, name) {
  const shared = [];
  try {
    for (const one of asked) {
      const held = one[NATIVE]();
      if (!held.share) throw unwritable("agreements", `\`${name}\` asks objects of the class Agreement`);
      shared.push(held.share());
    }
    return shared;
  } catch (error) {
    for (const one of shared) one.free();
    throw error;
  }
}

/** The answer as plain data. */
export const decode = JSON.parse;

/** The answer of a function that gives an assessment. */
export function decodeAssessment(answer) {
  return new Assessment(KEY, { text: answer });
}

/** The answer of a function that gives several assessments. */
export function decodeAssessments(answer) {
  return decode(answer).map((plain) => new Assessment(KEY, { plain }));
}

/** An assessment in wasm memory, with the way in which a handle makes it again. */
export function assessed(native, handle, use) {
  return new Assessment(KEY, { native, make: () => text(() => handle[LEND](use)) });
}
