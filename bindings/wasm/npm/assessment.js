// What a lead is worth, and why: the figures come straight from wasm, the reasons are decoded when first read.
import { SmarketingError, thrown } from "./errors.js";
import { disposable, KEY, LET_GO, Pool } from "./handles.js";
import { TEXT } from "./text.js";

/** So many assessments may be in wasm memory; of older ones the text is kept instead. */
const pool = new Pool(512);

/** The members that are read from the text; the six figures have getters of their own. */
export const MEMBERS = [
  "lead", "agreement", "as_of", "bounds", "icp", "persona", "personas", "qualification", "disqualified", "stages",
  "gates", "last_activity", "next", "contributions", "findings", "email_domains",
];

export class Assessment {
  #native;
  #slot;
  #text;
  #plain;

  constructor(key, native, text, plain) {
    if (key !== KEY) throw new SmarketingError("an Assessment is made by the library, not by `new`");
    this.#native = native;
    this.#text = text;
    this.#plain = plain;
    if (native) this.#slot = pool.add(this);
  }

  #figure(name) {
    return this.#native ? this.#native[name] : this.toJSON()[name];
  }

  get score() {
    return this.#native ? this.#native.score : this.toJSON().score;
  }
  get fit() {
    return this.#figure("fit");
  }
  get engagement() {
    return this.#figure("engagement");
  }
  get grade() {
    return this.#native ? this.#native.grade : this.toJSON().grade;
  }
  get band() {
    return this.#figure("band");
  }
  get stage() {
    return this.#native ? this.#native.stage : this.toJSON().stage;
  }

  /** The core's own JSON text: the same bytes in every language. */
  toText() {
    this.#text ??= this.#native ? this.#read() : this.#plain && JSON.stringify(this.#plain);
    if (this.#text === undefined) throw new SmarketingError("the Assessment was freed");
    return this.#text;
  }

  #read() {
    try {
      return this.#native.toJson();
    } catch (cause) {
      throw thrown(cause);
    }
  }

  /** The assessment as a plain object; `JSON.stringify` writes it. */
  toJSON() {
    this.#plain ??= JSON.parse(this.toText());
    return this.#plain;
  }

  [TEXT]() {
    return this.toText();
  }

  [LET_GO]() {
    this.toText();
    this.#native.free();
    this.#native = undefined;
  }

  /** Frees its memory at once; asked afterwards, it throws. */
  free() {
    if (this.#native) {
      pool.remove(this.#slot);
      this.#native.free();
      this.#native = undefined;
    }
    this.#text = undefined;
    this.#plain = undefined;
  }

  [Symbol.for("nodejs.util.inspect.custom")](_depth, _options, inspect) {
    const { score, grade, band, stage } = this;
    return `Assessment ${inspect({ score, grade, band, stage })}`;
  }
}

for (const name of MEMBERS) {
  Object.defineProperty(Assessment.prototype, name, {
    configurable: true,
    get() {
      return this.toJSON()[name];
    },
  });
}
disposable(Assessment);
