// Making elements: names, properties and children in one call, never text as markup.
import { inLanguage } from "../npm/browser.js";

/** An element with properties and children; `class`, `for` and `aria-…` are attributes. */
export function element(name, properties = {}, ...children) {
  const made = document.createElement(name);
  for (const [key, value] of Object.entries(properties)) {
    if (value === undefined) continue;
    if (key in made && !key.startsWith("aria")) made[key] = value;
    else made.setAttribute(key, value);
  }
  made.append(...children.filter((child) => child !== undefined));
  return made;
}

/** The element with an id. */
export const byId = (id) => document.getElementById(id);

/** `job_title` as people write it: "Job title". */
export function words(name) {
  const text = name.replaceAll(/[_-]/g, " ");
  return text.charAt(0).toUpperCase() + text.slice(1);
}

/** A text for the readers of this page, or the name in words. */
export const inEnglish = (texts, name) => inLanguage(texts, "en") ?? words(name);
