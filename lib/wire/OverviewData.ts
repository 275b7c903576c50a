import type {LabelWords} from "./LabelWords.js";
import type {Metrics} from "../metrics/types.js";
import type {PredictorId} from "./models.js";

/** What pages/overview.json holds: the headline, and what it rests on. */
export interface OverviewData {
  readonly study: string;
  readonly synthetic: boolean;
  readonly about: string; // sentences: what the study holds, who made it, its licence
  readonly label: LabelWords; // what it calls a hit
  readonly features: readonly string[]; // that it knows of its tracks
  readonly rows: number; // data rows read
  readonly tracks: number; // kept by cleaning
  readonly hits: number; // of the tracks kept
  readonly artists: number; // of the tracks kept
  readonly decades: readonly number[]; // first years, ascending
  readonly dropped: Readonly<Record<string, number>>; // reason -> rows
  readonly missing: Readonly<Record<string, number>>; // feature -> tracks
  readonly exams: readonly ExamSummary[];
  readonly drivers: readonly Driver[]; // strongest first
  readonly driverRows: number; // tracks the drivers were computed on
  readonly trees: number; // of the boosted model
}

export interface ExamSummary {
  readonly id: string;
  readonly title: string;
  readonly sentence: string; // what the exam is
  readonly rows: number;
  readonly refusal: string | null; // why nobody could sit the exam
  readonly models: readonly {readonly id: PredictorId; readonly metrics: Metrics}[]; // those examined
}

/** How much a feature moves the boosted model's predictions. */
export interface Driver {
  readonly feature: string;
  readonly meanAbsPhi: number; // log-odds
}
