import type {PredictorId} from "./models.js";

/** What pages/errors.json holds: the tracks that surprised the models most, an exam at a time. */
export interface ErrorsData {
  readonly exams: readonly ExamErrors[]; // the hardest first; none that was refused
}

export interface ExamErrors {
  readonly id: string;
  readonly models: readonly PredictorId[];
  readonly tracks: readonly SurprisingTrack[]; // the worst calls of each model, each track once
}

/** A track some model got badly wrong; title and artist are hostile text. */
export interface SurprisingTrack {
  readonly title: string;
  readonly artist: string;
  readonly decade: number | null;
  readonly hit: boolean;
  readonly p: readonly number[]; // out of fold, in the order of `models`
}
