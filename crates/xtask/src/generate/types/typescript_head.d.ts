// The types that cross the border, by the names that they have in Rust. What is given may be more than what is answered
// (dates beside texts, what may be left out): then it is named so with `Input`. Written by `cargo xtask generate types`
// from `bindings/types.schema.json`: change the Rust types instead.

/** A decimal number as text, to the last digit: `"12000.50"`. */
export type DecimalText = string;
/** An instant as text, in UTC: `"2026-11-02T10:00:00Z"`. */
export type InstantText = string;
/** A date as text: `"2026-11-02"`. */
export type DateText = string;
/** A month as text: `"2026-11"`. */
export type MonthText = string;
/** A span of time as text of ISO 8601, which is negative when a deadline has passed: `"-PT4H30M"`. */
export type DurationText = string;

/** A number that is given. As a text, such as `"12000.50"`, it is exact. */
export type Numeric = number | bigint | DecimalText;

/** What has an instant's text as its JSON form: `Temporal.Instant`, and the instants of many libraries. */
export interface InstantLike {
  toJSON(): string;
  readonly [Symbol.toStringTag]?: "Temporal.Instant" | "Temporal.ZonedDateTime";
}
/** An instant: a `Date`, a text such as `2026-11-02T10:00:00Z`, a `Temporal.Instant` or a `Temporal.ZonedDateTime`. */
export type Instant = InstantText | Date | InstantLike;

/** What has the text of a date or a month as its JSON form. A `Date` is an instant, and no date. */
export interface DateLike {
  toJSON(): string;
  readonly [Symbol.toPrimitive]?: never;
  readonly [Symbol.toStringTag]?: "Temporal.PlainDate" | "Temporal.PlainYearMonth";
}
/** A date: a text such as `2026-11-02`, or a `Temporal.PlainDate`. */
export type CalendarDate = DateText | DateLike;
/** A month: a text such as `2026-11`, or a `Temporal.PlainYearMonth`. */
export type CalendarMonth = MonthText | DateLike;

/** What has the text of a span as its JSON form. */
export interface SpanLike {
  toJSON(): string;
  readonly [Symbol.toPrimitive]?: never;
  readonly [Symbol.toStringTag]?: "Temporal.Duration";
}
/** A span of time: a text such as `4h`, `30d` or `PT4H30M`, or a `Temporal.Duration` without months and years. */
export type Span = DurationText | SpanLike;

/**
 * Values by the names of fields or properties: an object of any type, such as a record of yours, but no collection. What
 * they are, `ValueInput` says; null and `undefined` are unknown. What does not fit is found when it is read.
 */
export interface Facts {
  // Of another type than any, no interface and no class would fit.
  readonly [name: string]: any;
  readonly [Symbol.hasInstance]?: never;
  readonly [Symbol.iterator]?: never;
  readonly [Symbol.toPrimitive]?: never;
  readonly [Symbol.toStringTag]?: never;
}
