// How a function of the library is called: arguments to text, text to the core, answer to a value.
import { Assessment } from "./assessment.js";
import { thrown, unwritable } from "./errors.js";
import { Handle, KEY, LEND, NATIVE } from "./handles.js";
import { native } from "./native.js";
import { toText } from "./text.js";

/** The required arguments by name, and the optional ones from the options, whose names are in camelCase. */
function request(required, options) {
  if (options === undefined) return toText(required);
  if (typeof options !== "object" || options === null || Array.isArray(options)) {
    throw unwritable("", "optional arguments are given as an object", "such as `{ asOf: instant }`");
  }
  const given = { ...required };
  for (const [name, value] of Object.entries(options)) {
    given[name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`)] = value;
  }
  return toText(given);
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
  return text(() => native().answer(name, request(required, options)));
}

/** Asks an agreement, or a bound lead. */
export function askOne(handle, name, required, options) {
  return text(() => handle[NATIVE]().answer(name, request(required, options)));
}

/** Asks several agreements. */
export function askMany(agreements, name, required, options) {
  const held = Array.isArray(agreements) ? agreements.map((one) => one instanceof Handle && one[NATIVE]()) : [{}];
  if (!held.every((one) => one.share)) {
    throw unwritable("agreements", `\`${name}\` asks objects of the class Agreement`);
  }
  const asked = request(required, options);
  // The instance takes the handles it is given, so it is given others.
  return text(() => native().answerWith(held.map((one) => one.share()), name, asked));
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
