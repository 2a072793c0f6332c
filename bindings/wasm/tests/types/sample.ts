// What people write with the package compiles, and what they should not write does not.
import {
  Agreement,
  AgreementError,
  type AgreementDocument,
  type Assessment,
  type AssessmentData,
  assessedEvent,
  type BoundLead,
  chanceOfAtLeast,
  type Code,
  compare,
  type Condition,
  type Contribution,
  type Effect,
  type Event,
  type Finding,
  init,
  initSync,
  type Lead,
  type LeadState,
  type Plan,
  RefusalError,
  replay,
  RequestError,
  type Severity,
  SmarketingError,
  wilsonInterval,
} from "smarketing";

await init();
await init({ scoring: new URL("scoring.wasm", "https://firm.example"), rest: new URL("rest.wasm", "https://firm.example") });
initSync({ scoring: new Uint8Array(), rest: new Uint8Array() });

const agreement: Agreement = Agreement.fromToml("");
const other = Agreement.fromJson("{}");
const asOf = new Date();

// Facts are of any name; instants are dates, texts or what has an instant's text.
const lead: Lead = { id: "L-1", industry: "software", employees: 400, sourced_by: "marketing", created: "2026-11-02T10:00:00Z" };
const assessment: Assessment = agreement.assess(lead, [{ type: "demo_request", at: asOf }], asOf);
agreement.assess({ industry: undefined, budget: 10n, since: asOf }, undefined, "2026-11-02T10:00:00Z");
agreement.assess({ known: { value: 12, known_since: asOf, status: "confirmed" } }, null, { toJSON: () => "2026-11-02T10:00:00Z" });

const score: number = assessment.score;
const grade: string | undefined = assessment.grade;
const stage: "contact" | "lead" | "mql" | "review" | "sal" | "sql" | "opportunity" | "customer" | string = assessment.stage;
const lines: readonly Contribution[] = assessment.contributions;
const plain: AssessmentData = assessment.toJSON();
const text: string = assessment.toText();

// Variants are told apart by their tags.
for (const evidence of lines[0]?.evidence ?? []) {
  if (evidence.kind === "interaction") {
    const at: string = evidence.at;
    void at;
  } else if (evidence.kind === "fact") {
    const field: string = evidence.field;
    void field;
  }
}
for (const blocker of assessment.next?.blockers ?? []) {
  switch (blocker.kind) {
    case "condition":
      void blocker.clause.length;
      break;
    case "missing":
      void blocker.field.length;
      break;
  }
}

// A finding is told apart by its severity and by its code: most codes have one severity.
type CodeOf<Of extends Severity> = Extract<Finding, { severity: Of }>["code"];
const everyCode: (code: Code) => CodeOf<"error"> | CodeOf<"warning"> = (code) => code;
function told(finding: Finding): Code {
  if (finding.severity === "warning") {
    const doubt: Exclude<Code, "syntax" | "unknown_key"> = finding.code;
    return doubt;
  }
  const error: Exclude<Code, "never_true" | "review_due"> = finding.code;
  switch (finding.code) {
    // @ts-expect-error never an error
    case "never_true":
      break;
  }
  return error;
}
function severityOf(finding: Finding): Severity {
  switch (finding.code) {
    case "syntax": {
      const severity: "error" = finding.severity;
      return severity;
    }
    case "never_true": {
      const severity: "warning" = finding.severity;
      return severity;
    }
    case "unknown_field": {
      // @ts-expect-error an error of an assessment, and a warning of the check of an example
      const severity: "error" = finding.severity;
      return severity;
    }
    default:
      return finding.severity;
  }
}
const doubtful: Finding = { code: "never_true", severity: "warning", message: "", path: "" };
// @ts-expect-error a doubt is no error
const tooBad: Finding = { code: "never_true", severity: "error", message: "", path: "" };
// @ts-expect-error what cannot be read is more than a doubt
const tooGood: Finding = { code: "syntax", severity: "warning", message: "", path: "" };
void [everyCode, told, severityOf, doubtful, tooBad, tooGood];

// A bound lead, its questions and its advice.
const bound: BoundLead = agreement.bind({ industry: "software" });
const ask: string | undefined = bound.questions(asOf)[0]?.field;
bound.whatWouldItTake(asOf, { stage: "sql" });
bound.form("mql", asOf);

// Events, states and effects.
const event: Event = assessedEvent("e-1", assessment, { by: "nightly" });
const step = agreement.start(event, asOf);
const state: LeadState = step.state;
const effects: readonly Effect[] = step.effects ?? [];
agreement.start({ id: "e-2", at: asOf, type: "started", lead: "L-1" } as never, asOf);
agreement.advance(state, asOf);
agreement.assessFor(state, lead, asOf, { interactions: [] });

// Several agreements, the plan, and functions that need none.
agreement.diff(other, { language: "de" });
compare(agreement, other, [{ lead, interactions: [{ type: "demo_request", at: asOf }] }], asOf, { largest: 10 });
replay([agreement, other], [event], asOf);
const plan: Plan = agreement.plan({ options: { rounding: "none" } });
const chance: number = chanceOfAtLeast(3, 20, 0.1);
const interval = wilsonInterval(3, 20, 0.9);
const low: number | undefined = interval?.low as number | undefined;

// Documents as data, with conditions of every form.
const condition: Condition = { industry: ["software"], employees: { at_least: 50 }, any: [{ country: "DE" }], not: { job_title: { word: "intern" } } };
const document: AgreementDocument = agreement.document();
Agreement.fromDocument({
  smarketing: 1,
  agreement: { name: "A", version: "1" },
  scoring: { rules: [{ id: "one", scores: "fit", when: condition, points: 5 }] },
});

try {
  Agreement.fromToml("");
} catch (error) {
  if (error instanceof AgreementError) {
    const [finding]: Finding[] = error.findings;
    const line: number | undefined = finding?.line;
    void [line, error.source];
  } else if (error instanceof RequestError) {
    void error.findings;
  } else if (error instanceof RefusalError) {
    void error.refusal.allowed;
  } else if (error instanceof SmarketingError) {
    void error.message;
  }
}

{
  using held = Agreement.fromToml("");
  held.check({ asOf });
}

// @ts-expect-error an agreement is read, not made
new Agreement();
// @ts-expect-error the instant is missing
agreement.assess({}, []);
// @ts-expect-error no such option
agreement.check({ as_off: asOf });
// @ts-expect-error optional arguments are an object
agreement.diff(other, "de");
// @ts-expect-error a Map is no lead
agreement.assess(new Map(), [], asOf);
// @ts-expect-error interactions have a type
agreement.assess({}, [{ at: asOf }], asOf);
// @ts-expect-error not a stage
bound.form("mqll", asOf);
// @ts-expect-error what is read cannot be changed
assessment.score = 1;

export { ask, chance, document, effects, grade, low, plain, plan, score, stage, text };
