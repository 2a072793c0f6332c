// Texts in several languages are read as the core reads them.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { inLanguage } from "../../npm/node.js";
import { project } from "../files.js";

for (const [texts, language, text] of [
  ["Industry", "de", "Industry"],
  [{ de: "Branche", en: "Industry" }, "de", "Branche"],
  [{ de: "Branche", en: "Industry" }, "fr", "Industry"],
  [{ it: "Settore", fr: "Secteur" }, "de", "Secteur"],
  [{ en: "Industry" }, "constructor", "Industry"],
  [{ en: undefined, de: "Branche" }, "en", "Branche"],
  [{}, "de", undefined],
  [undefined, "de", undefined],
  [null, "de", undefined],
]) {
  test(`${JSON.stringify(texts)} in ${language}`, () => assert.equal(inLanguage(texts, language), text));
}

test("the core has the same order: the language, the plain text, English, the first", () => {
  const core = readFileSync(project("crates/smarketing/src/vocabulary/texts.rs"), "utf8");
  assert.match(core, /The text in a language; else the plain one, else English, else the first there is\./);
  assert.match(core, /languages: BTreeMap<String, String>/);
});
