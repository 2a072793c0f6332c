// The types need neither those of browsers nor those of node, nor more than ES2022.
import { Agreement, type Assessment, type AssessmentData, init, initSync } from "smarketing";

await init({ only: "scoring", scoring: "https://firm.example/scoring.wasm" });
await init({ rest: Promise.resolve(new Uint8Array()) });
initSync({ scoring: new ArrayBuffer(8) });
initSync({ rest: new ArrayBuffer(8) });

const assessment: Assessment = Agreement.fromToml("").assess({ since: new Date() }, undefined, "2026-11-02T10:00:00Z");
const data: AssessmentData = { ...assessment.toJSON() };
const score: number = data.score;
const dispose: () => void = assessment[Symbol.dispose];

// @ts-expect-error the members are getters of the class, which are not spread
const spread: number = { ...assessment }.score;
// @ts-expect-error a number is no wasm file
initSync({ scoring: 5 });
// @ts-expect-error there is no such part
await init({ only: "planning" });

export { dispose, score, spread };
