import type {LabelWords} from "./LabelWords.js";

/** What pages/insights.json holds: the findings, and every number their prose may say. */
export interface InsightsData {
  readonly hash: string; // of the dataset all numbers were computed from
  readonly label: LabelWords; // what the study calls a hit
  readonly answer: Answer; // what the page says first
  readonly findings: readonly Finding[];
}

/** Prose: text without digits, and references to numbers of the ledger. */
export type Said = readonly (string | Cited)[];

/** A number of the ledger where prose says it. */
export interface Cited {
  readonly number: string; // its id
  readonly alone?: true; // without its interval
}

/** How a number is written; see formatNumber.ts. */
export type NumberFormat =
  | "measure" // ".886"
  | "change" // "+.012"
  | "share" // "88.6 %"
  | "percent" // "89 %"
  | "points" // "0.8 points"
  | "count"
  | "decade" // "1960s"
  | "deviations" // "+0.31"
  | "logOdds" // "0.31"
  | "length"; // ms as "3:41"

/** A line of the claims ledger. */
export interface LedgerNumber {
  readonly id: string; // unique in its finding
  readonly what: string;
  readonly value: number;
  readonly low: number | null; // ends of the 95 % interval; null for counts, settings and what has none
  readonly high: number | null;
  readonly format: NumberFormat;
  readonly stage: string; // of the graph, that computed it
}

/** A text with the numbers it cites. */
export interface Answer {
  readonly title: Said;
  readonly text: Said;
  readonly numbers: readonly LedgerNumber[];
}

/** Whether the data bear out what was first found, something else (mostly its opposite), or nothing. */
export type FindingState = "holds" | "reversed" | "withdrawn";

/** A claim with what it rests on. A withdrawn one says what was looked for and not found. */
export interface Finding extends Answer {
  readonly id: string;
  readonly state: FindingState;
  readonly caveat: Said;
  readonly chart: InsightChart | null; // null where the finding is withdrawn
}

export interface InsightChart {
  readonly title: Said; // the finding, short
  readonly summary: Said;
  readonly axis: string; // what is measured, with its unit
  readonly format: NumberFormat;
  readonly reference: number | null; // drawn to compare with
  readonly rows: readonly ChartRow[]; // a chart has rows, one below the other ...
  readonly lines: readonly ChartLine[]; // ... or lines over the decades
}

export interface ChartRow {
  readonly label: Said;
  readonly value: number;
  readonly low: number;
  readonly high: number;
}

export interface ChartLine {
  readonly name: string;
  readonly points: readonly {
    readonly decade: number;
    readonly value: number;
    readonly low: number;
    readonly high: number;
  }[];
}
