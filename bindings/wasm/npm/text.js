// From JavaScript values to the JSON text that the core reads: nothing is lost or changed on the way unsaid. What
// cannot be written is told in its place, so that it is a finding where it is read, and all else is read too.
import { a, RequestError, reason, unwritable } from "./errors.js";

/** How deep plain values may nest to be written the fast way, and any value at all; the core reads half of that. */
const PLAIN_DEPTH = 40;
const MOST_DEPTH = 64;

/** The method by which an object gives the JSON text that it stands for. */
export const TEXT = Symbol("text");

/**
 * The JSON text of an object of arguments. `undefined` is absent, `NaN` is null, infinity is the text
 * "Infinity" (which the core finds), a bigint is a number, and dates are instants.
 */
export function toText(value) {
  return plainText(value) ?? write(value, "", []) ?? "null";
}

/** The text of a value that `JSON.stringify` writes rightly. */
function plainText(value) {
  try {
    const text = isPlain(value, PLAIN_DEPTH) ? JSON.stringify(value) : undefined;
    // A lone half of a character is escaped so, and is told at its place.
    return text?.includes("\\ud") ? undefined : text;
  } catch {
    // Somebody's own code threw; where it did is found on the long way.
    return undefined;
  }
}

/** Whether `JSON.stringify` writes the value as the core should read it. */
function isPlain(value, depth) {
  switch (typeof value) {
    case "string":
    case "boolean":
    case "undefined":
      return true;
    case "number":
      // Infinity would become null, which NaN may.
      return value - value === 0 || value !== value;
    case "object":
      return value === null || isPlainObject(value, depth);
    default:
      return false;
  }
}

function isPlainObject(value, depth) {
  if (depth === 0 || value.toJSON !== undefined) {
    return depth > 0 && value instanceof Date && !Number.isNaN(value.getTime());
  }
  if (Array.isArray(value)) {
    for (let index = 0; index < value.length; index++) {
      if (!isPlain(value[index], depth - 1)) return false;
    }
    return true;
  }
  const prototype = Object.getPrototypeOf(value);
  if (prototype !== Object.prototype && prototype !== null) return false;
  for (const key in value) {
    if (!isPlain(value[key], depth - 1)) return false;
  }
  return true;
}

/** The JSON text of any value, or `undefined` where there is none; `above` are the objects around it. */
function write(value, path, above) {
  switch (typeof value) {
    case "undefined":
      return undefined;
    case "boolean":
      return `${value}`;
    case "string":
      return loneHalf(value) < 0 ? JSON.stringify(value) : HALF;
    case "number":
      if (Number.isNaN(value)) return "null";
      return Number.isFinite(value) ? JSON.stringify(value) : `"${value}"`;
    case "bigint":
      return value.toString();
    case "object":
      return value === null ? "null" : writeObject(value, path, above);
    default:
      return untold("wrong_type", `${a(typeof value)} is no value`, "leave it out");
  }
}

/** What stands in the place of a value that has no text: whoever reads it there says what is wrong with it. */
function untold(code, message, help) {
  return JSON.stringify({ $unreadable: message, code, help });
}

/** Where a text has a lone half of a character, which UTF-8 cannot write; -1 if nowhere. */
export function loneHalf(text) {
  return text.isWellFormed?.() ? -1 : text.search(/\p{Surrogate}/u);
}

const HALF = untold(
  "invalid_value",
  "the text has half a character in it",
  "cut texts between characters: `Array.from(text)`, `toWellFormed()`",
);

/** Kinds of objects that would be written as `{}`, with what to give instead. */
const REFUSED = {
  Map: "give an object: `Object.fromEntries(map)`, or a list: `[...map.values()]`",
  Set: "give a list: `[...set]`",
  WeakMap: "give an object",
  WeakSet: "give a list",
  Promise: "wait for it: `await promise`",
  RegExp: "give a text; patterns are written with `*` and `?`",
  DataView: "give a list of numbers",
  ArrayBuffer: "give a list of numbers",
};

function writeObject(value, path, above) {
  try {
    return written(value, path, above);
  } catch (error) {
    throw error instanceof RequestError ? error : unread(path, error);
  }
}

/** An error for what threw when it was read. */
function unread(path, cause) {
  return unwritable(path, `the value cannot be read: ${reason(cause)}`, undefined, { cause });
}

function written(value, path, above) {
  if (above.includes(value)) return untold("invalid_value", "the value contains itself", "give a value without a cycle");
  if (above.length >= MOST_DEPTH) return untold("too_large", `tables and lists are nested more than ${MOST_DEPTH} deep`);
  if (typeof value[TEXT] === "function") return value[TEXT]();
  const kind = Object.prototype.toString.call(value).slice(8, -1);
  if (Object.hasOwn(REFUSED, kind)) return untold("wrong_type", `${a(kind)} is no value`, REFUSED[kind]);
  const around = [...above, value];
  if (Array.isArray(value) || ArrayBuffer.isView(value)) return writeList(value, path, around);
  switch (kind) {
    case "Date":
      return writeDate(value);
    case "Temporal.ZonedDateTime":
      return write(value.toInstant().toString(), path, around);
    case "Number":
    case "String":
    case "Boolean":
    case "BigInt":
      return write(value.valueOf(), path, around);
    default:
      if (typeof value.toJSON === "function") return write(value.toJSON(), path, around);
      return writeMembers(value, path, around);
  }
}

function writeDate(value) {
  // Not the value's own methods: it may come from another window.
  if (Number.isNaN(Date.prototype.getTime.call(value))) {
    return untold("invalid_value", "the date is invalid", "give a date that exists, or leave it out");
  }
  return `"${Date.prototype.toISOString.call(value)}"`;
}

function writeList(list, path, above) {
  const parts = Array.from(list, (element, index) => write(element, `${path}[${index}]`, above) ?? "null");
  return `[${parts.join(",")}]`;
}

function writeMembers(value, path, above) {
  const parts = [];
  for (const key of Object.keys(value)) {
    const at = below(path, key);
    const isWhole = loneHalf(key) < 0;
    const text = isWhole ? write(member(value, key, at), at, above) : HALF;
    if (text !== undefined) parts.push(`${JSON.stringify(isWhole ? key : key.replace(/\p{Surrogate}/gu, "\ufffd"))}:${text}`);
  }
  return `{${parts.join(",")}}`;
}

/** The value of a member, which may be somebody's own code. */
function member(value, key, path) {
  try {
    return value[key];
  } catch (error) {
    throw unread(path, error);
  }
}

/** A path as the core writes it. */
function below(path, key) {
  const step = /^[A-Za-z0-9_-]+$/.test(key) ? key : JSON.stringify(key);
  return path ? `${path}.${step}` : step;
}

/** Whether an object has nothing but its own members: it is of no class, whichever window it is from. */
export function isRecord(value) {
  if (typeof value !== "object" || value === null) return false;
  const prototype = Object.getPrototypeOf(value);
  return prototype === null || Object.getPrototypeOf(prototype) === null;
}
