// The form of the lead, made from the agreement's own fields and interactions, and what is filled in.
import { byId, element, inEnglish, words } from "./elements.js";

const form = byId("lead");
const history = byId("history");

/** The inputs for the types of fields that are not plain text. */
const KINDS = { number: "number", money: "number", date: "date", instant: "datetime-local", email: "email", url: "url", phone: "tel" };

/** What is filled in, as it was written: a field that is gone for a moment, while the agreement is edited, comes back with it. */
const entered = new Map();

form.addEventListener("input", ({ target }) => entered.set(target.name, target.value));

/** Makes the form anew, with what is filled in. */
export function showFields(fields = {}, filled = {}) {
  for (const [name, value] of Object.entries(filled)) entered.set(name, value);
  const inputs = Object.entries(fields).map(([name, field]) => {
    const id = `fact-${name}`;
    const input = fieldInput(name, field, id);
    input.value = entered.get(name) ?? "";
    const label = element("label", { for: id }, inEnglish(field.label, name));
    return element("div", { class: "field", "data-field": name }, label, input);
  });
  form.replaceChildren(...inputs);
}

function fieldInput(name, field, id) {
  const attributes = { id, name, "data-type": field.type, title: field.ask ? inEnglish(field.ask, name) : undefined };
  if (field.type === "category" || field.type === "boolean") {
    const values = field.type === "boolean" ? ["true", "false"] : field.values;
    const text = { true: "yes", false: "no" };
    const options = values.map((value) => element("option", { value }, text[value] ?? words(value)));
    return element("select", attributes, element("option", { value: "" }, "unknown"), ...options);
  }
  return element("input", { ...attributes, type: KINDS[field.type] ?? "text", step: "any", placeholder: "unknown" });
}

/** The facts that are filled in; what is empty is unknown. */
export function facts() {
  const inputs = [...form.querySelectorAll("input, select")].filter(({ value }) => value !== "");
  return Object.fromEntries(inputs.map(({ name, value, dataset }) => [name, fact(value, dataset.type)]));
}

function fact(value, type) {
  if (type === "boolean") return value === "true";
  if (type === "instant") return instant(value);
  return KINDS[type] === "number" ? Number(value) : value;
}

/** What an input for dates with times says, as an instant in UTC; it leaves out seconds where there are none. */
export const instant = (value) => (/T\d\d:\d\d$/.test(value) ? `${value}:00Z` : `${value}Z`);

/** Marks the field that is most worth asking for. */
export function markAsked(field) {
  for (const one of form.children) one.classList.toggle("asked", one.dataset.field === field);
}

/** Shows what happened, each with its type, its instant and its properties; what is removed is told as nothing. */
export function showHistory(types, happened, changed) {
  history.replaceChildren(...happened.map((one, index) => row(types, one, `interaction ${index + 1}`, (next) => changed(index, next))));
}

/** Puts the cursor into a row's first or last control; there may be no row. */
export function focusRow(index, which) {
  const controls = history.children[Math.min(index, history.children.length - 1)]?.querySelectorAll("select, button");
  (controls ? [...controls].at(which) : byId("add")).focus();
}

/** A row stays as it is while it is edited, so that the cursor stays where it is. */
function row(types, first, number, changed) {
  let one = first;
  const change = (part) => changed((one = { ...one, ...part }));
  const properties = element("div", { class: "properties" });
  const showProperties = () => {
    const known = Object.keys(types[one.type]?.properties ?? {});
    properties.replaceChildren(...known.map((property) => propertyInput(property, number, () => one, change)));
  };
  const names = [...new Set([...Object.keys(types), one.type])];
  const type = element("select", { "aria-label": `Type of ${number}` }, ...names.map((name) => element("option", { value: name }, words(name))));
  type.value = one.type;
  type.addEventListener("input", () => (change({ type: type.value, properties: {} }), showProperties()));
  const at = element("input", { type: "datetime-local", "aria-label": `Instant of ${number}, in UTC`, value: one.at.slice(0, 16) });
  at.addEventListener("input", () => at.value && change({ at: instant(at.value) }));
  const remove = element("button", { type: "button", class: "remove", "aria-label": `Remove ${number}` }, "✕");
  remove.addEventListener("click", () => changed(undefined));
  showProperties();
  return element("li", {}, type, at, properties, remove);
}

function propertyInput(property, number, one, change) {
  const label = `${words(property)} of ${number}`;
  const input = element("input", { type: "text", "aria-label": label, placeholder: words(property), value: one().properties?.[property] ?? "" });
  input.addEventListener("input", () => change({ properties: { ...one().properties, [property]: input.value || undefined } }));
  return input;
}
