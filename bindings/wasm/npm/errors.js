// The errors of the library: each carries what the core found, as data.

/** Every error that the library throws. */
export class SmarketingError extends Error {
  constructor(message, options) {
    super(message, options);
    this.name = new.target.name;
  }
}

/** A document that cannot be used: all that is wrong with it, each at its line. */
export class AgreementError extends SmarketingError {
  constructor(findings, source, options) {
    super(said(findings, source), options);
    this.findings = findings;
    this.source = source;
  }
}

/** A question that has no answer: all that is wrong with it, each at its place in the question. */
export class RequestError extends SmarketingError {
  constructor(findings, options) {
    super(said(findings), options);
    this.findings = findings;
  }
}

/** An event that the lifecycle refuses; the state stays as it is. */
export class RefusalError extends SmarketingError {
  constructor(refusal, options) {
    super(refusal.help ? `${refusal.message} (${refusal.help})` : refusal.message, options);
    this.refusal = refusal;
  }
}

// The names of the classes outlive a minifier.
for (const [name, of] of Object.entries({ SmarketingError, AgreementError, RequestError, RefusalError })) {
  Object.defineProperty(of, "name", { value: name });
}

/** A word with its article. */
export const a = (word) => `${/^[AEIOUaeiou]/.test(word) ? "an" : "a"} ${word}`;

/** An error for a value that cannot be written as a question. */
export function unwritable(path, message, help, options) {
  const finding = { code: "invalid_value", severity: "error", message, path };
  return new RequestError([help ? { ...finding, help } : finding], options);
}

/** What somebody's own code threw, in words; it may be anything. */
export function reason(cause) {
  try {
    return String(cause);
  } catch {
    return "something without a text";
  }
}

/** An error for a document that is none. */
export function unreadable(message, { source = "", ...place } = {}) {
  return new AgreementError([{ code: "invalid_value", severity: "error", message, path: "", ...place }], source);
}

/** What the wasm instance threw, as an error of the library; `source` is the document that was read. */
export function thrown(cause, source) {
  if (cause instanceof SmarketingError) return cause;
  if (typeof cause !== "string") return new SmarketingError(`the library failed: ${reason(cause)}`, { cause });
  const { findings, refusal } = JSON.parse(cause);
  if (refusal) return new RefusalError(refusal);
  return source === undefined ? new RequestError(findings.map(hinted)) : new AgreementError(findings, source);
}

/** A finding at an instant that is a number: what JavaScript has for it is known here, and not in the core. */
function hinted(finding) {
  const { code, message, help, path } = finding;
  const isNumber = code === "wrong_type" && !help && /(^|\.)(as_of|at|start|end)$/.test(path) && message.includes("found the number");
  return isNumber ? { ...finding, help: "an instant is a text or a date: `new Date(milliseconds)`" } : finding;
}

/** So many errors are in a message; all of them are in `findings`. */
const SHOWN = 20;

/** The first errors, each with the line of the document under it. */
function said(findings, source) {
  const errors = findings.filter((finding) => finding.severity === "error");
  const lines = source?.split(/\r?\n/);
  const parts = errors.slice(0, SHOWN).map((finding) => sentence(finding, source) + snippet(finding, lines));
  if (errors.length > SHOWN) parts.push(`and ${errors.length - SHOWN} more, in \`findings\``);
  return parts.join("\n");
}

/** A finding as the core says it; the place in a text only where the reader has the text. */
function sentence({ code, severity, message, help, path, line, column }, source) {
  const at = source !== undefined && line && column ? `${line}:${column}: ` : "";
  const where = path ? ` ${path}` : "";
  return `${at}${severity}[${code}]${where}: ${message}${help ? ` (${help})` : ""}`;
}

/** How much of a long line is shown before and after the place. */
const BEFORE = 60;
const AFTER = 60;

/** The line of a finding, with a caret under its column. */
function snippet({ line, column }, lines) {
  const text = line && column ? lines?.[line - 1] : undefined;
  if (text === undefined) return "";
  // Columns count characters, and a character may be two units of a JavaScript string.
  const letters = Array.from(text.replaceAll("\t", " "));
  const from = Math.max(0, column - 1 - BEFORE);
  const shown = letters.slice(from, column - 1 + AFTER).join("");
  const number = `${line}`;
  return `\n  ${number} | ${shown}\n  ${" ".repeat(number.length)} | ${" ".repeat(column - 1 - from)}^`;
}
