// Agreements and the leads bound to them: what holds a place in wasm memory.
import { assessed, text } from "./calls.js";
import { SmarketingError, thrown } from "./errors.js";
import { AgreementFunctions, BoundLeadFunctions } from "./generated/methods.js";
import { KEY, LEND, NATIVE, Pool } from "./handles.js";
import { native } from "./native.js";
import { toText } from "./text.js";

/** So many may be in wasm memory; an older one is read again when it is asked again. */
const agreements = new Pool(64);
const leads = new Pool(512);

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
    return read("fromJson", toText(document));
  }

  /** What a lead is worth at an instant, which stage it qualifies for, and why. */
  assess(lead, interactions, asOf) {
    const request = toText({ lead, interactions, as_of: asOf });
    const use = (native) => native.assess(request);
    return assessed(text(() => use(this[NATIVE]())), this, use);
  }

  /** Reads a lead once, for many questions. */
  bind(lead, interactions) {
    const request = toText({ lead, interactions });
    const make = () => text(() => this[LEND]((native) => native.bind(request)));
    return new BoundLead(KEY, make(), make, leads);
  }
}

function read(how, source) {
  if (typeof source !== "string") throw new SmarketingError(`the document must be text, not ${typeof source}`);
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
    const instant = instantText(asOf);
    const use = (native) => native.assess(instant);
    const held = instant !== undefined && use(this[NATIVE]());
    // An instant that cannot be read is explained by the function of the same name.
    return held ? assessed(held, this, use) : super.assess(asOf);
  }
}

function instantText(value) {
  if (typeof value === "string") return value;
  const text = toText({ as_of: value });
  return text.startsWith('{"as_of":"') ? JSON.parse(text).as_of : undefined;
}

