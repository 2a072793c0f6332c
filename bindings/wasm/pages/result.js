// What a lead is worth and why: figures, a bar for each line of the score, and what would come next.
import { byId, element, inEnglish, words } from "./elements.js";

const number = new Intl.NumberFormat("en", { maximumFractionDigits: 2, signDisplay: "auto" });
const signed = new Intl.NumberFormat("en", { maximumFractionDigits: 2, signDisplay: "exceptZero" });

/** Shows an assessment. */
export function showAssessment(assessment) {
  for (const name of ["score", "fit", "engagement"]) byId(name).textContent = number.format(assessment[name]);
  for (const name of ["grade", "band", "stage"]) byId(name).textContent = assessment[name] ?? "–";
  const { least, most } = assessment.bounds.score;
  const range = `${number.format(least)} to ${number.format(most)}, depending on what is unknown`;
  byId("bounds").textContent = least === most ? "" : range;
  showReasons(assessment.contributions);
  showDoubts(assessment.findings ?? []);
}

/** Shows that there is no answer. */
export function showNothing() {
  for (const name of ["score", "fit", "engagement", "grade", "band", "stage"]) byId(name).textContent = "–";
  byId("bounds").textContent = "";
  for (const part of [byId("reasons").tBodies[0], byId("doubts"), byId("next")]) part.replaceChildren();
}

/** What a line of the score is called. */
const KINDS = {
  group_pick: "only one of the group",
  group_min: "least of the group",
  group_max: "most of the group",
  adjustment: "adjustment",
  min: "the least it can be",
  max: "the most it can be",
  weight: "weight",
};

function showReasons(lines) {
  const points = lines.map((line) => line.points);
  const [low, high] = [Math.min(0, ...points), Math.max(0, ...points)];
  const share = (value) => `${((value - low) / (high - low || 1)) * 100}%`;
  const rows = lines.map((line) => {
    const bar = element("i");
    const track = element("span", { class: "track" }, bar);
    track.style.setProperty("--zero", share(0));
    bar.style.setProperty("--from", share(Math.min(0, line.points)));
    bar.style.setProperty("--length", `${(Math.abs(line.points) / (high - low || 1)) * 100}%`);
    return element(
      "tr",
      { class: line.points < 0 ? "loss" : "gain" },
      element("th", { scope: "row" }, line.id ? words(line.id) : words(line.dimension ?? line.kind)),
      element("td", { class: "because" }, because(line)),
      element("td", { class: "number" }, signed.format(line.points)),
      element("td", { class: "wide", "aria-hidden": "true" }, track),
    );
  });
  const none = element("tr", {}, element("td", { class: "because", colSpan: 4 }, "No line of the agreement fires yet."));
  byId("reasons").tBodies[0].replaceChildren(...(rows.length ? rows : [none]));
}

function because({ kind, evidence = [] }) {
  if (kind !== "rule") return KINDS[kind] ?? words(kind);
  const parts = evidence.slice(0, 3).map(said);
  return evidence.length > 3 ? `${parts.join(", ")} and ${evidence.length - 3} more` : parts.join(", ");
}

function said(one) {
  switch (one.kind) {
    case "fact":
      return `${words(one.field)}: ${one.value}`;
    case "result":
      return `${words(one.name)}: ${one.value}`;
    case "interaction":
      return `${words(one.type)} ${one.age_days === 0 ? "less than a day ago" : `${one.age_days} d ago`}`;
    case "count":
      return `${one.count} times`;
    case "idle":
      return `silent for ${one.periods} periods`;
    default:
      return words(one.kind);
  }
}

function showDoubts(findings) {
  const items = findings.map(({ path, message, help }) => {
    const place = element("span", { class: "place" }, path);
    return element("li", {}, place, message, help && element("span", { class: "help" }, ` (${help})`));
  });
  byId("doubts").replaceChildren(...items);
}

/** Shows what keeps the lead from its next stage, and the question most worth asking. */
export function showNext(assessment, [question]) {
  const lines = [];
  const clauses = (assessment.next?.blockers ?? []).map((blocker) => {
    if (blocker.kind === "condition") return blocker.clause;
    if (blocker.kind === "event") return "somebody to decide so";
    return blocker.field ? `${words(blocker.field)}, which is unknown` : words(blocker.kind).toLowerCase();
  });
  if (assessment.next && clauses.length) {
    const stage = element("strong", {}, assessment.next.stage.toUpperCase());
    lines.push(element("p", {}, "For ", stage, ` it takes: ${clauses.join("; ")}.`));
  }
  if (question) {
    const asked = inEnglish(question.ask, question.field);
    lines.push(element("p", {}, "Worth asking next: ", element("strong", {}, asked)));
  }
  byId("next").replaceChildren(...lines);
}
