// Texts for people: plain, or by language code.

/** The text in a language; else the plain one, else English, else the first by its code; `undefined` where there is none. */
export function inLanguage(texts, language) {
  if (typeof texts !== "object" || texts === null) return texts ?? undefined;
  const code = [language, "en", ...Object.keys(texts).sort()].find((one) => Object.hasOwn(texts, one) && texts[one] !== undefined);
  return code === undefined ? undefined : texts[code];
}
