// What a lead is worth, and why: the figures come straight from wasm, the reasons are decoded when first read.
import { SmarketingError } from "./errors.js";
import { disposable, KEY, LET_GO, Pool } from "./handles.js";
import { TEXT } from "./text.js";

/** So many assessments may be in wasm memory; an older one keeps its figures, and is made again for its reasons. */
const pool = new Pool(512);

/** The members that wasm gives at once. */
export const FIGURES = ["score", "fit", "engagement", "grade", "band", "stage"];

/** The members that are read from the text. */
export const MEMBERS = [
  "lead", "agreement", "as_of", "bounds", "icp", "persona", "personas", "qualification", "disqualified", "stages",
  "gates", "last_activity", "next", "contributions", "findings", "email_domains",
];

/**
 * All its data under the one name that is an object's own: so that comparing two of them deeply compares what they say.
 * The members are getters of the class, as twenty of an object's own would cost more than the figures.
 */
const DATA = { enumerable: true, get() { return this[DECODED](); } };
const DECODED = Symbol("decoded");
const data = Symbol("data");

export class Assessment {
  #native;
  #slot;
  #make;
  #figures;
  #text;
  #plain;
  #data;

  /** From wasm, with a way to make it again; or from its text or its plain data. */
  constructor(key, { native, make, text, plain } = {}) {
    if (key !== KEY) throw new SmarketingError("an Assessment is made by the library, not by `new`");
    this.#native = native;
    this.#make = make;
    this.#text = text;
    this.#plain = plain;
    Object.defineProperty(this, data, DATA);
    if (native) this.#slot = pool.add(this);
  }

  #figure(name) {
    return this.#native ? this.#native[name] : (this.#figures ?? this.#plain ?? this[DECODED]())[name];
  }

  get score() {
    return this.#native ? this.#native.score : this.#figure("score");
  }
  get fit() {
    return this.#figure("fit");
  }
  get engagement() {
    return this.#figure("engagement");
  }
  get grade() {
    return this.#native ? this.#native.grade : this.#figure("grade");
  }
  get band() {
    return this.#figure("band");
  }
  get stage() {
    return this.#native ? this.#native.stage : this.#figure("stage");
  }

  /** The core's own JSON text: the same bytes in every language. */
  toText() {
    this.#text ??= this.#native ? this.#native.toJson() : this.#again();
    return this.#text;
  }

  #again() {
    if (this.#plain) return JSON.stringify(this.#plain);
    if (!this.#make) throw new SmarketingError("the Assessment was freed");
    const native = this.#make();
    const text = native.toJson();
    native.free();
    return text;
  }

  /** What the members are read from; whoever changes it changes nothing else. */
  [DECODED]() {
    this.#data ??= this.toJSON();
    return this.#data;
  }

  /** The assessment as a plain object of its own; `JSON.stringify` writes it. */
  toJSON() {
    return JSON.parse(this.toText());
  }

  [TEXT]() {
    return this.toText();
  }

  [LET_GO]() {
    const native = this.#native;
    this.#figures = Object.fromEntries(FIGURES.map((name) => [name, native[name]]));
    this.#native = undefined;
    native.free();
  }

  /** Frees its memory at once; asked afterwards, it throws. */
  free() {
    if (this.#native) {
      pool.remove(this.#slot);
      this.#native.free();
    }
    this.#native = this.#make = this.#figures = this.#text = this.#plain = this.#data = undefined;
  }

  [Symbol.for("nodejs.util.inspect.custom")](_depth, _options, inspect) {
    if (!this.#native && !this.#figures && !this.#text && !this.#plain) return "Assessment (freed)";
    const { score, grade, band, stage } = this;
    return `Assessment ${inspect({ score, grade, band, stage })}`;
  }
}

for (const name of MEMBERS) {
  Object.defineProperty(Assessment.prototype, name, {
    configurable: true,
    enumerable: true,
    get() {
      return this[DECODED]()[name];
    },
  });
}
for (const name of FIGURES) Object.defineProperty(Assessment.prototype, name, { enumerable: true });
disposable(Assessment);
