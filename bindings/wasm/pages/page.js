// A live score in a page: whatever is typed, the lead is assessed anew, in this tab.
import { Agreement, AgreementError, init, RequestError } from "../npm/browser.js";
import { showFindings } from "./editor.js";
import { byId } from "./elements.js";
import { facts, focusRow, instant, markAsked, showFields, showHistory } from "./form.js";
import { showAssessment, showNext, showNothing } from "./result.js";

const START = { industry: "software", job_title: "IT-Leiterin", email: "ines@firm.example" };

let agreement;
let happened = [
  { id: "1", type: "page_view", at: "2026-10-03T09:00:00Z", properties: { url: "/pricing/team" } },
  { id: "2", type: "whitepaper", at: "2026-10-19T13:30:00Z" },
  { id: "3", type: "demo_request", at: "2026-11-01T16:20:00Z" },
];

/** The instant of the question: the page asks for it, as the library has no clock. */
const asOf = () => instant(byId("as-of").value);

/** Asks about the instant of the page; one that the library does not take is said beside it. */
function ask(question, otherwise) {
  const said = byId("as-of-wrong");
  try {
    const answer = question(asOf());
    said.textContent = "";
    return answer;
  } catch (error) {
    if (!(error instanceof RequestError)) throw error;
    const [{ message, help }] = error.findings;
    said.textContent = byId("as-of").value === "" ? "Give the instant for which is asked." : [message, help].filter(Boolean).join(": ");
    return otherwise();
  } finally {
    byId("as-of").setAttribute("aria-invalid", `${said.textContent !== ""}`);
  }
}

/** Reads the text. The last good agreement stays in force while there are errors. */
function readAgreement(filled) {
  try {
    const read = Agreement.fromToml(byId("agreement").value);
    agreement?.free();
    agreement = read;
  } catch (error) {
    if (!(error instanceof AgreementError)) throw error;
    showFindings(error.findings);
    assess();
    return;
  }
  showFields(agreement.document().fields, filled);
  showEvents();
  showFindings(ask((asOf) => agreement.check({ asOf }), () => agreement.check()));
  assess();
}

function showEvents() {
  showHistory(agreement.document().interactions ?? {}, happened, (index, changed) => {
    happened = changed ? happened.with(index, changed) : happened.toSpliced(index, 1);
    if (!changed) {
      showEvents();
      focusRow(index, -1);
    }
    assess();
  });
}

function assess() {
  if (!agreement) return;
  const lead = agreement.bind(facts(), happened);
  ask((asOf) => {
    const [assessment, questions] = [lead.assess(asOf), lead.questions(asOf)];
    showAssessment(assessment);
    showNext(assessment, questions);
    markAsked(questions[0]?.field);
    assessment.free();
  }, showNothing);
  lead.free();
}

function addInteraction() {
  const [type] = Object.keys(agreement?.document().interactions ?? {});
  if (!type) return;
  const now = byId("as-of").value === "" ? "2026-11-02T10:00:00Z" : asOf();
  happened = [...happened, { id: `${happened.length + 1}-${performance.now()}`, type, at: now }];
  showEvents();
  assess();
  focusRow(happened.length, 0);
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
