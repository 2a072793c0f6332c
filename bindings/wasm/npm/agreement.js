// Agreements and the leads bound to them: what holds a place in wasm memory.
import { ask, assessed, held, text } from "./calls.js";
import { AgreementError, RequestError, thrown, unreadable } from "./errors.js";
import { AgreementFunctions, BoundLeadFunctions } from "./generated/methods.js";
import { KEY, LEND, Pool } from "./handles.js";
import { native } from "./native.js";
import { loneHalf, toText } from "./text.js";

/** So many may be in wasm memory; an older one is read again when it is asked again. */
const agreements = new Pool(64);
const leads = new Pool(512);

/** So many leads are asked about in one request: what is written for one is read at once. */
const CHUNK = 256;

/** A checked agreement, ready to answer questions. */
export class Agreement extends AgreementFunctions {
  /** Reads a document in TOML text. */
  static fromToml(text) {
    return read("fromToml", text);
  }

  /** Reads a document in JSON text. */
  static fromJson(text) {
    return read("fromJson", text);
  }

  /** Reads a document that is an object already. */
  static fromDocument(document) {
    try {
      return read("fromJson", toText(document));
    } catch (error) {
      // Lines of a text that nobody wrote tell nobody anything.
      throw error instanceof AgreementError || error instanceof RequestError ? placeless(error) : error;
    }
  }

  /** What a lead is worth at an instant, which stage it qualifies for, and why. */
  assess(lead, interactions, asOf) {
    return ask({ lead, interactions, as_of: asOf }, undefined, (request) => {
      const use = (native) => native.assess(request);
      return assessed(use(held(this, "assess")), this, use);
    });
  }

  /** What many leads are worth at an instant, some leads at a time. */
  assessAll(leads, asOf) {
    const parts = chunks(leads);
    if (!parts) return super.assessAll(leads, asOf);
    try {
      return parts.flatMap((some) => super.assessAll(some, asOf));
    } catch (error) {
      // Places count from the first of all leads, and everything is found at once.
      if (error instanceof RequestError) super.assessAll(leads, asOf);
      throw error;
    }
  }

  /** Reads a lead once, for many questions. */
  bind(lead, interactions) {
    return ask({ lead, interactions }, undefined, (request) => {
      const use = (native) => native.bind(request);
      // What was bound outlives the agreement.
      return new BoundLead(KEY, use(held(this, "bind")), () => text(() => this[LEND](use)), leads);
    });
  }
}

/** The parts of a long list; nothing for what is short, or no list. */
function chunks(list) {
  try {
    if (!Array.isArray(list) || list.length <= CHUNK) return undefined;
    return Array.from({ length: Math.ceil(list.length / CHUNK) }, (_, part) => list.slice(part * CHUNK, (part + 1) * CHUNK));
  } catch {
    // A proxy may throw whatever it is asked; who writes the request says so.
    return undefined;
  }
}

/** The error of a document that is no text. */
function placeless({ findings, cause }) {
  return new AgreementError(findings.map(({ line, column, ...finding }) => finding), "", { cause });
}

/** What to do with what is no text, where it is an object. */
function instead(source) {
  if (ArrayBuffer.isView(source)) return 'bytes become text by `readFileSync(path, "utf8")`, or by a `TextDecoder`';
  try {
    if (source instanceof Promise) return "wait for it: `await promise`";
  } catch {
    // A proxy may throw whatever it is asked.
  }
  return "`Agreement.fromDocument` reads an object";
}

function read(how, source) {
  if (typeof source !== "string") {
    const kind = source === null ? "null" : typeof source;
    const place = kind === "object" ? { help: instead(source) } : {};
    throw unreadable(`the document must be text, not ${kind}`, place);
  }
  const half = loneHalf(source);
  if (half >= 0) {
    const lines = source.slice(0, half).split("\n");
    const place = { line: lines.length, column: Array.from(lines.at(-1)).length + 1 };
    throw unreadable("the text has half a character in it", { source, ...place });
  }
  const make = () => {
    try {
      return native().NativeAgreement[how](source);
    } catch (cause) {
      throw thrown(cause, source);
    }
  };
  return new Agreement(KEY, make(), make, agreements);
}

/** A lead with what happened, read once for many questions. */
export class BoundLead extends BoundLeadFunctions {
  /** What the lead is worth at an instant, which stage it qualifies for, and why. */
  assess(asOf) {
    const lent = held(this, "assess");
    const instant = instantText(asOf);
    const use = (native) => native.assess(instant);
    const first = instant !== undefined && use(lent);
    // An instant that cannot be read is explained by the function of the same name.
    return first ? assessed(first, this, use) : super.assess(asOf);
  }
}

function instantText(value) {
  if (typeof value === "string") return value;
  const written = ask({ as_of: value }, undefined, (request) => request);
  return written.startsWith('{"as_of":"') ? JSON.parse(written).as_of : undefined;
}

