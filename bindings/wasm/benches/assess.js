// What an assessment costs from JavaScript: `node benches/assess.js`. Medians, after a warm-up, each result asserted.
import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { fileURLToPath } from "node:url";
import { Agreement } from "../npm/node.js";
import { FORTY_RULES, REQUEST } from "../tests/files.js";

const { lead, interactions, as_of: asOf } = REQUEST;
const agreement = Agreement.fromToml(FORTY_RULES);
const SCORE = 87.352848;
const RUNS = 20000;

const { fields, interactions: types } = agreement.document();

/** An agreement of the same vocabulary whose forty rules all fire, so that forty reasons are read. */
const ALL_FIRE = Agreement.fromDocument({
  smarketing: 1,
  agreement: { name: "Forty reasons", version: "1" },
  fields,
  interactions: types,
  scoring: {
    rules: Array.from({ length: 40 }, (_, index) => {
      const id = `rule_${index}`;
      if (index < 28) return { id, scores: "fit", when: { company_size: { at_least: index + 1 } }, points: index + 1 };
      return { id, scores: "engagement", on: "page_view", points: index, limit: { times: 1 } };
    }),
  },
});

function figures(assessment) {
  const { score, grade, stage } = assessment;
  assert.ok(score === SCORE && grade === "A1" && stage === "sql");
}

const bound = agreement.bind(lead, interactions);
const WORK = {
  "assess: score, grade, stage; freed": () => {
    const assessment = agreement.assess(lead, interactions, asOf);
    figures(assessment);
    assessment.free();
  },
  "assess: score, grade, stage; never freed": () => figures(agreement.assess(lead, interactions, asOf)),
  "assess: score, and all 25 reasons": () => {
    const assessment = agreement.assess(lead, interactions, asOf);
    assert.equal(assessment.contributions.length, 25);
    assessment.free();
  },
  "assess: score, and all 40 reasons of 40 rules that fire": () => {
    const assessment = ALL_FIRE.assess(lead, interactions, asOf);
    assert.ok(assessment.score > 0);
    assert.equal(assessment.contributions.length, 40);
    assessment.free();
  },
  "bound lead, assess: score, grade, stage": () => {
    const assessment = bound.assess(asOf);
    figures(assessment);
    assessment.free();
  },
  "JSON.stringify of the request, for comparison": () => assert.ok(JSON.stringify(REQUEST).length > 1900),
};

function median(times) {
  return times.sort((one, other) => one - other)[times.length >> 1];
}

function measure(work) {
  for (let run = 0; run < RUNS / 4; run++) work();
  const times = new Array(RUNS);
  for (let run = 0; run < RUNS; run++) {
    const start = performance.now();
    work();
    times[run] = performance.now() - start;
  }
  return median(times) * 1000;
}

for (const [name, work] of Object.entries(WORK)) console.log(`${measure(work).toFixed(1).padStart(7)} µs  ${name}`);

// A process of its own each time: loading, compiling and the first answer are once in a life.
const first = fileURLToPath(new URL("first.js", import.meta.url));
const lives = Array.from({ length: 11 }, () => JSON.parse(execFileSync("node", [first], { encoding: "utf8" })));
for (const part of ["load", "first"]) {
  const what = { load: "importing the package, its wasm file compiled", first: "the first score, agreement read" }[part];
  console.log(`${median(lives.map((life) => life[part])).toFixed(1).padStart(7)} ms  ${what}`);
}
