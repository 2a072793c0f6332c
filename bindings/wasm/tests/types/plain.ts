// The types need neither those of browsers nor those of node, nor more than ES2022.
import { Agreement, type Assessment, type AssessmentData, init, initSync } from "smarketing";

await init("https://firm.example/smarketing.wasm");
await init(Promise.resolve(new Uint8Array()));
initSync(new ArrayBuffer(8));

const assessment: Assessment = Agreement.fromToml("").assess({ since: new Date() }, undefined, "2026-11-02T10:00:00Z");
const data: AssessmentData = { ...assessment.toJSON() };
const score: number = data.score;
const dispose: () => void = assessment[Symbol.dispose];

// @ts-expect-error the members are getters of the class, which are not spread
const spread: number = { ...assessment }.score;
// @ts-expect-error a number is no wasm file
initSync(5);

export { dispose, score, spread };
