// Objects that stand for something in wasm memory. JavaScript's garbage collector does not see how large that is, so
// only so many are kept there: the oldest is let go, and is made again when it is asked once more.
import { a, SmarketingError } from "./errors.js";

/** The key of classes whose objects only the library makes. */
export const KEY = Symbol("key");

/** The methods by which a pool and the calls reach into an object. */
export const LET_GO = Symbol("let go");
export const NATIVE = Symbol("native");
export const LEND = Symbol("lend");

/** So many objects of a kind may be in wasm memory. */
export class Pool {
  #slots;
  #next = 0;

  constructor(most) {
    this.#slots = new Array(most).fill(undefined);
  }

  /** Takes an object in, lets the oldest go, and says which slot it has. */
  add(object) {
    const slot = this.#next;
    this.#slots[slot]?.[LET_GO]();
    this.#slots[slot] = object;
    this.#next = slot + 1 === this.#slots.length ? 0 : slot + 1;
    return slot;
  }

  /** Forgets an object that freed its memory itself. */
  remove(slot) {
    this.#slots[slot] = undefined;
  }
}

/** An object in wasm memory that can be made again from what it was made of. */
export class Handle {
  #native;
  #make;
  #pool;
  #slot;
  #freed = false;

  constructor(key, native, make, pool) {
    if (key !== KEY) throw new SmarketingError(`${a(new.target.name)} is made by the library, not by \`new\``);
    this.#make = make;
    this.#pool = pool;
    this.#hold(native);
  }

  #hold(native) {
    this.#native = native;
    this.#slot = this.#pool.add(this);
    return native;
  }

  [NATIVE]() {
    if (this.#native) return this.#native;
    if (this.#freed) throw new SmarketingError(`the ${this.constructor.name} was freed`);
    return this.#hold(this.#make());
  }

  /** Lends its native object to what was made of it, and for a moment also after it was freed. */
  [LEND](use) {
    if (!this.#freed) return use(this[NATIVE]());
    const native = this.#make();
    try {
      return use(native);
    } finally {
      native.free();
    }
  }

  [LET_GO]() {
    this.#native.free();
    this.#native = undefined;
  }

  /** Frees its memory at once; asked afterwards, it throws. */
  free() {
    this.#freed = true;
    if (!this.#native) return;
    this.#pool.remove(this.#slot);
    this[LET_GO]();
  }
}

/** Lets `using` free the objects of a class, where the language has it. */
export function disposable(of) {
  if (Symbol.dispose) of.prototype[Symbol.dispose] = of.prototype.free;
}

disposable(Handle);
