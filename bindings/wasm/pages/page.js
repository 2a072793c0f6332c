// A live score in a page: whatever is typed, the lead is assessed anew, in this tab.
import { Agreement, AgreementError, init } from "../npm/browser.js";
import { showFindings } from "./editor.js";
import { byId } from "./elements.js";
import { facts, markAsked, showFields, showHistory } from "./form.js";
import { showAssessment, showNext } from "./result.js";

const START = { industry: "software", job_title: "IT-Leiterin", email: "ines@firm.example" };

let agreement;
let happened = [
  { id: "1", type: "page_view", at: "2026-10-03T09:00:00Z", properties: { url: "/pricing/team" } },
  { id: "2", type: "whitepaper", at: "2026-10-19T13:30:00Z" },
  { id: "3", type: "demo_request", at: "2026-11-01T16:20:00Z" },
];

/** The instant of the question: the page asks for it, as the library has no clock. */
const asOf = () => `${byId("as-of").value || "2026-11-02T10:00"}:00Z`;

/** Reads the text. The last good agreement stays in force while there are errors. */
function readAgreement(filled) {
  try {
    const read = Agreement.fromToml(byId("agreement").value);
    agreement?.free();
    agreement = read;
    showFindings(agreement.check({ asOf: asOf() }));
  } catch (error) {
    if (!(error instanceof AgreementError)) throw error;
    showFindings(error.findings);
    return;
  }
  showFields(agreement.document().fields, filled);
  showEvents();
  assess();
}

function showEvents() {
  showHistory(agreement.document().interactions, happened, (index, changed) => {
    happened = changed ? happened.with(index, changed) : happened.toSpliced(index, 1);
    showEvents();
    assess();
  });
}

function assess() {
  if (!agreement) return;
  const lead = agreement.bind(facts(), happened);
  const assessment = lead.assess(asOf());
  const questions = lead.questions(asOf());
  showAssessment(assessment);
  showNext(assessment, questions);
  markAsked(questions[0]?.field);
  assessment.free();
  lead.free();
}

function addInteraction() {
  const [type] = Object.keys(agreement?.document().interactions ?? {});
  if (!type) return;
  happened = [...happened, { id: `${Date.now()}`, type, at: asOf() }];
  showEvents();
  assess();
  byId("history").lastElementChild.querySelector("select").focus();
}

byId("agreement").addEventListener("input", () => readAgreement());
byId("lead").addEventListener("input", assess);
byId("lead").addEventListener("submit", (event) => event.preventDefault());
byId("as-of").addEventListener("input", () => readAgreement());
byId("add").addEventListener("click", addInteraction);

const [text] = await Promise.all([fetch("agreement.toml").then((answer) => answer.text()), init()]);
byId("agreement").value = text;
readAgreement(START);
document.documentElement.dataset.ready = "yes";
