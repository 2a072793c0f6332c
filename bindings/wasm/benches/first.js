// One life: how long importing the package takes, and the first score after it. `assess.js` runs it.
import { FORTY_RULES, REQUEST } from "../tests/files.js";

const start = performance.now();
const { Agreement, init } = await import("../npm/node.js");
await init();
const loaded = performance.now();
const { score } = Agreement.fromToml(FORTY_RULES).assess(REQUEST.lead, REQUEST.interactions, REQUEST.as_of);
const done = performance.now();
console.log(JSON.stringify({ score, load: loaded - start, first: done - loaded }));
