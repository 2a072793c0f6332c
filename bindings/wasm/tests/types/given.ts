// What may be given: records of any type, dates where instants are, what is absent in every way; and nothing else.
import * as smarketing from "smarketing";
import { Agreement, type Amount, type AssessmentInput, type EventInput, type LeadStateInput } from "smarketing";

declare const agreement: Agreement;
declare const maybe: string | undefined;
declare const asOf: Date;

// Records of interfaces, classes and JSON.
interface CrmLead {
  id: string;
  industry: string | null;
  employees?: number;
}
interface CrmEvent {
  type: string;
  at: Date;
  properties: CrmProperties;
}
interface CrmProperties {
  url: string;
}
class Person {
  #secret = 1;
  created?: Date;
  constructor(
    public id: string,
    private readonly mail: string,
  ) {}
  told(): string {
    return `${this.#secret} ${this.mail}`;
  }
}
declare const lead: CrmLead;
declare const events: CrmEvent[];
declare const record: Record<string, unknown>;
declare const anything: any;
agreement.assess(lead, events, asOf);
agreement.bind(lead, events);
agreement.assess(new Person("1", "a@firm.example"), [], asOf);
agreement.assess(record, [], asOf);
agreement.assess(anything, anything, anything);
agreement.assessAll([{ lead, interactions: events }, { lead: record }], asOf);

// What is absent is undefined or null, everywhere.
agreement.assess({ id: maybe, industry: null, employees: undefined, created: undefined, source: null }, undefined, asOf);
agreement.check({ asOf: maybe });
agreement.check({ asOf: null });
agreement.workList([], "sales", asOf, { values: undefined });
await smarketing.init({ only: maybe as "scoring" | undefined, scoring: undefined, rest: undefined });
smarketing.initSync({ scoring: undefined, rest: undefined });
agreement.plan({ options: { start: maybe, rounding: undefined } });

// Numbers are texts and bigints, too.
agreement.kpiStates({ mql: 60n, revenue: "12.50", sal: 5, sql: undefined });
smarketing.kpiTree("revenue", { average_deal: "80" });
const interval = smarketing.wilsonInterval(3n, "20", "0.9");
const low: string | undefined = interval?.low;
smarketing.attemptsThatPay([], asOf, asOf, "12000.50", 5n);
const amount: Amount = { amount: "5", currency: "EUR" };
agreement.assess({ id: 5n, budget: amount, tools: ["a", "b"], since: asOf }, [], asOf);

// What is answered may be given back.
declare const assessment: smarketing.Assessment;
Agreement.fromDocument(agreement.document());
Agreement.fromDocument(agreement.refreshed([]).document);
const event: EventInput = smarketing.assessedEvent("e-1", assessment);
const history: EventInput[] = [event, { id: "e-2", at: asOf, type: "assessed", assessment: assessment.toJSON() }];
smarketing.replay([agreement], history, asOf);
agreement.buyingCentre([assessment, assessment.toJSON()]);

// What nobody misses may be left out.
const least: AssessmentInput = { agreement: "1", as_of: asOf, score: 5, stages: [{ stage: "mql" }], contributions: [{ kind: "rule", id: "one" }] };
smarketing.assessedEvent("e-3", least);
const state: LeadStateInput = {
  origin: { lead: "L-1", sourced_by: "marketing" },
  stage: "lead",
  owner: "marketing",
  since: asOf,
  reason: { kind: "started" },
  agreement: "1",
  last: { at: asOf, kind: "started", id: "e-1" },
  changed: asOf,
  applied: ["e-1"],
};
agreement.allowed(state);
agreement.workingDays("2026-11-02", { toJSON: () => "2026-11-05" });

agreement.businessDue("office", asOf, agreement.businessElapsed("office", asOf, asOf));
agreement.bind(lead).decaysBelow(asOf, { toJSON: () => "P90D" });

// @ts-expect-error a Date is no span
agreement.businessDue("office", asOf, asOf);
// @ts-expect-error a Date is an instant, and no date
agreement.workingDays(asOf, "2026-11-05");
// @ts-expect-error nor a month
agreement.plan({ options: { start: asOf } });
// @ts-expect-error nor the date of what was achieved
agreement.performance([{ date: asOf, segment: "all", side: "marketing", stage: "mql", count: 1 }], asOf);
// @ts-expect-error nor an id
agreement.assess({ id: asOf }, [], asOf);
// @ts-expect-error nor a name
smarketing.assessedEvent(asOf, assessment);
// @ts-expect-error what is given has a purpose
agreement.mayContact({ ...state, consent: [{ at: asOf, status: "given", channel: "email", identifier: "a@b.example", basis: "opt_in" }] }, anything, asOf);
// @ts-expect-error a list is no lead
agreement.assess([], [], asOf);
// @ts-expect-error a function is no lead
agreement.assess(() => lead, [], asOf);
// @ts-expect-error a promise is no lead
agreement.assess(Promise.resolve(lead), [], asOf);
// @ts-expect-error a Date is no lead
agreement.assess(asOf, [], asOf);
// @ts-expect-error the team is none
agreement.workList([], "support", asOf);
// @ts-expect-error an instant is no number
agreement.assess({}, [], Date.now());

export { low };
