/// <reference lib="esnext.disposable" />
// The types of the package: the classes by hand, the functions and the data generated from the core.
import type { AgreementFunctions, BoundLeadFunctions } from "./generated/methods.js";
import type {
  AgreementDocumentInput,
  Assessment as AssessmentData,
  Definition,
  Finding,
  Instant,
  InteractionInput,
  LeadInput,
  Refusal,
  Texts,
} from "./types.js";

export type * from "./types.js";
export type { AgreementFunctions, BoundLeadFunctions, AssessmentData };
export * from "./generated/functions.js";

/**
 * A wasm file, as bytes (`Uint8Array`, `Buffer`, `ArrayBuffer`) or as a compiled `WebAssembly.Module`; for `init` also a
 * `URL`, a `Request` or a `Response`. Not named as types, as not every project has the types of browsers or of node.
 */
export type WasmSource = object;

/** What to load, and from where. */
export interface InitOptions {
  /**
   * Only the file that reads agreements and scores leads (`Agreement.fromToml`, `assess`, `bind`, `assessAll`, `segment`,
   * `version`): three fifths of all bytes. Everything else throws until `init()` has loaded the rest, too.
   */
  only?: "scoring" | undefined;
  /** Where `scoring.wasm` is; the file of this package, if absent. */
  scoring?: string | WasmSource | PromiseLike<WasmSource> | undefined;
  /** Where `rest.wasm` is; the file of this package, if absent. */
  rest?: string | WasmSource | PromiseLike<WasmSource> | undefined;
}

/**
 * Loads the library. In a browser, call it and wait before anything else. In node there is nothing to wait for: the
 * files are read from the disk when they are first needed. There it takes bytes and modules, and leaves addresses aside.
 * @throws {SmarketingError} when a file cannot be loaded, or an option is none
 */
export declare function init(options?: InitOptions): Promise<void>;

/**
 * Loads the library at once, from bytes or compiled modules that were fetched before: `scoring` first, and `rest` with
 * it or later; without it only what scores leads is there. A server that a bundler puts into one file needs it.
 * @throws {SmarketingError} when it cannot be loaded, or the two files are not of one build
 */
export declare function initSync(files: { scoring?: WasmSource | undefined; rest?: WasmSource | undefined }): void;

/**
 * The text in a language; else the plain one, else English, else the first by its code.
 * @param texts - a label, a question, a reason or a meaning, as answers and documents have them
 * @param language - the code of a language, such as `de`
 * @returns nothing where there is no text
 */
export declare function inLanguage(texts: Texts | Definition | null | undefined, language: string): string | undefined;

/**
 * A checked agreement, ready to answer questions. It lies in wasm memory: `free()` it, or let `using` do so, when it is
 * done; many short-lived ones are looked after.
 */
export declare class Agreement {
  private constructor();
  /**
   * Reads a document in TOML text.
   * @throws {AgreementError} with everything that is wrong with it
   */
  static fromToml(text: string): Agreement;
  /**
   * Reads a document in JSON text.
   * @throws {AgreementError} with everything that is wrong with it
   */
  static fromJson(text: string): Agreement;
  /**
   * Reads a document that is an object already.
   * @throws {AgreementError} with everything that is wrong with it
   */
  static fromDocument(document: AgreementDocumentInput): Agreement;
  /**
   * What a lead is worth at an instant, which stage it qualifies for, and why. What does not fit of the facts is a
   * finding of the answer, and counts as unknown.
   * @param lead - the lead and its facts
   * @param interactions - what happened; `undefined` and `null`: unknown; an empty list: nothing
   * @param asOf - the instant for which is asked
   * @throws {RequestError} when there is no question in it
   */
  assess(lead: LeadInput, interactions: readonly InteractionInput[] | null | undefined, asOf: Instant): Assessment;
  /**
   * Reads a lead once, for many questions.
   * @param lead - the lead and its facts
   * @param interactions - what happened; `undefined` and `null`: unknown; an empty list: nothing
   */
  bind(lead: LeadInput, interactions?: readonly InteractionInput[] | null): BoundLead;
  /** Frees its memory at once; asked afterwards, it throws. */
  free(): void;
  [Symbol.dispose](): void;
}
export interface Agreement extends AgreementFunctions {}

/** A lead with what happened, read once for many questions. */
export declare class BoundLead {
  private constructor();
  /** Frees its memory at once; asked afterwards, it throws. */
  free(): void;
  [Symbol.dispose](): void;
}
export interface BoundLead extends BoundLeadFunctions {}

/**
 * What a lead is worth, and why. Score, fit, engagement, grade, band and stage are there at once; the rest is decoded
 * when it is first read. The members are getters of the class, and not spread, listed or cloned: `JSON.stringify` writes
 * it, and `toJSON()` gives the plain data, to keep, to spread or to send to a worker.
 */
export declare class Assessment {
  private constructor();
  get score(): AssessmentData["score"];
  get fit(): AssessmentData["fit"];
  get engagement(): AssessmentData["engagement"];
  get grade(): AssessmentData["grade"];
  get band(): AssessmentData["band"];
  get stage(): AssessmentData["stage"];
  get lead(): AssessmentData["lead"];
  get agreement(): AssessmentData["agreement"];
  get as_of(): AssessmentData["as_of"];
  get bounds(): AssessmentData["bounds"];
  get icp(): AssessmentData["icp"];
  get persona(): AssessmentData["persona"];
  get personas(): AssessmentData["personas"];
  get qualification(): AssessmentData["qualification"];
  get disqualified(): AssessmentData["disqualified"];
  get stages(): AssessmentData["stages"];
  get gates(): AssessmentData["gates"];
  get last_activity(): AssessmentData["last_activity"];
  get next(): AssessmentData["next"];
  get contributions(): AssessmentData["contributions"];
  get findings(): AssessmentData["findings"];
  get email_domains(): AssessmentData["email_domains"];
  /** The assessment as plain data, anew each time: whoever changes it changes nothing else. */
  toJSON(): AssessmentData;
  /** The core's own JSON text: the same bytes in every language. */
  toText(): string;
  /** Frees its memory at once; asked afterwards, it throws. */
  free(): void;
  [Symbol.dispose](): void;
}

/** Every error that the library throws. */
export declare class SmarketingError extends Error {}

/** A document that cannot be used: all that is wrong with it, each at its line. */
export declare class AgreementError extends SmarketingError {
  /** Everything that was found, errors and warnings, in the order of their places. */
  readonly findings: Finding[];
  /** The text of the document. */
  readonly source: string;
}

/** A question that has no answer: all that is wrong with it, each at its place in the question. */
export declare class RequestError extends SmarketingError {
  /** Everything that was found; a path begins with an argument as it is called here: `asOf`, `planOptions.start`. */
  readonly findings: Finding[];
}

/** An event that the lifecycle refuses; the state stays as it is. */
export declare class RefusalError extends SmarketingError {
  /** Why, and what would be allowed. */
  readonly refusal: Refusal;
}
