// The entry for browsers, workers and bundlers: `await init()` before the first call.
import { SmarketingError } from "./errors.js";
import { load } from "./native.js";

export * from "./library.js";

/** Loads the two wasm files that lie in this package, or those that are given; or only the one that scores leads. */
export async function init(options = {}) {
  const { only, scoring, rest } = understood(options);
  await load({
    only,
    scoring: scoring ?? new URL("./wasm/scoring.wasm", import.meta.url),
    rest: rest ?? new URL("./wasm/rest.wasm", import.meta.url),
  });
}

function understood(options) {
  if (typeof options !== "object" || options === null) throw new SmarketingError("`init` takes an object, such as `{ only: \"scoring\" }`");
  const unknown = Object.keys(options).find((name) => !["only", "scoring", "rest"].includes(name));
  if (unknown !== undefined) throw new SmarketingError(`\`init\` has no option \`${unknown}\`; it has \`only\`, \`scoring\` and \`rest\``);
  if (options.only !== undefined && options.only !== "scoring") throw new SmarketingError("`only` can be \"scoring\", and nothing else");
  return options;
}
