// The editor of the agreement: line numbers beside the text, and findings that lead to their lines.
import { byId, element } from "./elements.js";

const text = byId("agreement");
const numbers = byId("numbers");
const list = byId("findings");
const state = byId("agreement-state");

text.addEventListener("scroll", () => {
  numbers.scrollTop = text.scrollTop;
});

/** Shows the numbers of the lines, and what was found at them. */
export function showFindings(findings) {
  const worst = new Map();
  for (const { line, severity } of findings) if (worst.get(line) !== "error") worst.set(line, severity);
  const count = text.value.split("\n").length;
  const lines = Array.from({ length: count }, (_, index) => {
    const severity = worst.get(index + 1);
    return severity ? element("mark", { class: severity }, `${index + 1}`) : `${index + 1}\n`;
  });
  numbers.replaceChildren(...lines);
  numbers.scrollTop = text.scrollTop;
  list.replaceChildren(...findings.map(item));
  const errors = findings.filter(({ severity }) => severity === "error").length;
  state.className = errors ? "wrong" : "";
  const doubts = findings.length ? `ready to use, with ${findings.length} to think about` : "ready to use";
  state.textContent = errors ? `${errors} ${errors === 1 ? "error" : "errors"}: the score is that of the last good text` : doubts;
}

function item(finding) {
  const { severity, message, help, path, line, column } = finding;
  const place = line ? `line ${line}, column ${column}` : path || "the whole";
  const said = element("span", {}, message);
  const advice = help && element("span", { class: "help" }, ` (${help})`);
  const button = element("button", { type: "button" }, element("span", { class: "place" }, place), said, advice);
  if (line) button.addEventListener("click", () => select(line, column));
  return element("li", { class: severity }, button);
}

/** Puts the cursor where a finding is. Columns count characters, which may be two units of a text. */
function select(line, column) {
  const lines = text.value.split("\n");
  const before = lines.slice(0, line - 1).reduce((sum, one) => sum + one.length + 1, 0);
  const letters = Array.from(lines[line - 1] ?? "");
  const start = before + letters.slice(0, column - 1).join("").length;
  const word = /^[\w-]+/.exec(letters.slice(column - 1).join(""));
  text.focus();
  text.setSelectionRange(start, start + (word ? word[0].length : 1));
  text.scrollTop = Math.max(0, (line - 6) * (text.scrollHeight / lines.length));
}
