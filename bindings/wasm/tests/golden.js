// The golden cases of the core, asked of the wasm instance itself: the same bytes as Rust's, in node and in a browser.

/** The core's list of functions, from the instance: name, whom it asks, its arguments, its answer. */
export function functionsOf(glue) {
  return glue.signatures().split("\n").map((line) => {
    const [, name, on, written, result] = /^(\w+)\((\w+); (.*)\) (\S+)$/.exec(line);
    const parts = written ? written.split(", ") : [];
    const argumentsOf = parts.map((part) => {
      const [, argument, optional, kind] = /^(\w+)(\??): (.+)$/.exec(part);
      return { name: argument, required: !optional, kind };
    });
    return { name, on, arguments: argumentsOf, result };
  });
}

/** The answer to a case as text, or that of the error. */
export function answerOf(glue, { agreements, function: name, lead, request }) {
  const held = [];
  const hold = (native) => (held.push(native), native);
  try {
    const natives = agreements.map((document) => hold(read(glue, document)));
    if (name === "read") return "null";
    const text = textOf(request ?? {});
    if (lead) return hold(natives[0].bind(textOf(lead))).answer(name, text);
    if (natives.length === 0) return glue.answer(name, text);
    if (natives.length === 1) return natives[0].answer(name, text);
    return glue.answerWith(natives.map((native) => native.share()), name, text);
  } catch (thrown) {
    if (typeof thrown === "string") return thrown;
    throw thrown;
  } finally {
    for (const native of held) native.free();
  }
}

function read(glue, { toml, json }) {
  return toml === undefined ? glue.NativeAgreement.fromJson(json) : glue.NativeAgreement.fromToml(toml);
}

const textOf = (value) => (typeof value === "string" ? value : JSON.stringify(value));

/** What differs from the answers of Rust, case by case. */
export function differences(glue, requests, answers) {
  const wrong = [];
  for (const asked of requests) {
    const answer = answerOf(glue, asked);
    if (answer !== answers[asked.name]) {
      wrong.push(`${asked.name} (${asked.function})\n  expected ${answers[asked.name]}\n  got      ${answer}`);
    }
  }
  return wrong;
}
