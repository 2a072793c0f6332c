// The form of the lead, made from the agreement's own fields and interactions, and what is filled in.
import { byId, element, inEnglish, words } from "./elements.js";

const form = byId("lead");
const history = byId("history");

/** The inputs for the types of fields that are not plain text. */
const KINDS = { number: "number", money: "number", date: "date", instant: "datetime-local", email: "email", url: "url", phone: "tel" };

/** Makes the form anew where the fields have changed, and keeps what is filled in. */
export function showFields(fields = {}, filled = facts()) {
  const inputs = Object.entries(fields).map(([name, field]) => {
    const id = `fact-${name}`;
    const input = fieldInput(name, field, id);
    if (filled[name] !== undefined) input.value = String(filled[name]);
    const label = element("label", { for: id }, inEnglish(field.label, name));
    return element("div", { class: "field", "data-field": name }, label, input);
  });
  const held = document.activeElement?.id;
  form.replaceChildren(...inputs);
  if (held) byId(held)?.focus();
}

function fieldInput(name, field, id) {
  const attributes = { id, name, title: field.ask ? inEnglish(field.ask, name) : undefined };
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
  const filled = {};
  for (const { name, value, type } of form.querySelectorAll("input, select")) {
    if (value === "") continue;
    if (type === "number") filled[name] = Number(value);
    else if (type === "datetime-local") filled[name] = `${value}Z`;
    else filled[name] = value === "true" ? true : value === "false" ? false : value;
  }
  return filled;
}

/** Marks the field that is most worth asking for. */
export function markAsked(field) {
  for (const one of form.children) one.classList.toggle("asked", one.dataset.field === field);
}

/** Shows what happened, each with its type, its instant and its properties. */
export function showHistory(types = {}, happened, changed) {
  const lines = happened.map((one, index) => {
    const number = `interaction ${index + 1}`;
    const options = Object.keys(types).map((type) => element("option", { value: type }, words(type)));
    const type = element("select", { "aria-label": `Type of ${number}` }, ...options);
    type.value = one.type;
    type.addEventListener("change", () => changed(index, { ...one, type: type.value, properties: {} }));
    const at = element("input", { type: "datetime-local", "aria-label": `Instant of ${number}, in UTC` });
    at.value = one.at.slice(0, 16);
    at.addEventListener("change", () => at.value && changed(index, { ...one, at: `${at.value}:00Z` }));
    const known = Object.keys(types[one.type]?.properties ?? {});
    const properties = known.map((property) => propertyInput(property, number, one, (next) => changed(index, next)));
    const remove = element("button", { type: "button", "aria-label": `Remove ${number}` }, "✕");
    remove.addEventListener("click", () => changed(index, undefined));
    return element("li", {}, type, at, element("div", { class: "properties" }, ...properties), remove);
  });
  history.replaceChildren(...lines);
}

function propertyInput(property, number, one, changed) {
  const label = `${words(property)} of ${number}`;
  const input = element("input", { type: "text", "aria-label": label, placeholder: words(property) });
  input.value = one.properties?.[property] ?? "";
  input.addEventListener("change", () => {
    const properties = { ...one.properties, [property]: input.value || undefined };
    changed({ ...one, properties });
  });
  return input;
}
