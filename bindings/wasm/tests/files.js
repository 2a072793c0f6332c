// Where the tests find what they read: the project's files, and what cargo has built.
import { existsSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";

/** A path below the project's folder. */
export const project = (inside) => fileURLToPath(new URL(`../../../${inside}`, import.meta.url));

/** Where the golden cases are, as a core with the features of this package gives them. */
export const GOLDEN = process.env.GOLDEN_CASES ?? `${process.env.CARGO_TARGET_DIR ?? project("target")}/golden/default-features`;

/** The golden cases that the tests of the core have written, or nothing; an error where somebody said where they are. */
export function golden() {
  const [requests, answers] = ["requests.json", "answers.json"].map((name) => `${GOLDEN}/${name}`);
  if (!existsSync(requests) || !existsSync(answers)) {
    if (process.env.GOLDEN_CASES === undefined) return undefined;
    throw new Error(`GOLDEN_CASES names a folder without requests.json and answers.json: ${GOLDEN}`);
  }
  return { requests: JSON.parse(readFileSync(requests, "utf8")), answers: JSON.parse(readFileSync(answers, "utf8")) };
}

/** Said where the golden cases are not there. */
export const NO_GOLDEN = "no golden cases: `cargo xtask test --only javascript` writes them";

/** An agreement of forty rules, and a lead with twenty interactions. */
export const FORTY_RULES = readFileSync(project("benches/data/forty_rules.toml"), "utf8");
export const REQUEST = JSON.parse(readFileSync(project("benches/data/request.json"), "utf8"));

/** The agreement of the README. */
export const README = readFileSync(project("README.md"), "utf8");
export const FIRST = /```toml\n([\s\S]*?)```/.exec(README)[1];
