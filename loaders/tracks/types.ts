import type {Columns} from "../../lib/columns.js";
import type {LabelWords} from "../../lib/wire/LabelWords.js";

/** Rows of a study: text columns as they came, the label, and X with the features the study knows. */
export interface TrackTable {
  readonly uri: readonly string[];
  readonly title: readonly string[]; // hostile text: never into HTML unescaped
  readonly artist: readonly string[];
  readonly label: Uint8Array; // 1 hit, 0 flop
  readonly X: Columns; // some of `FEATURES`, in that order; missing values are NaN
  readonly genre: readonly string[] | null; // one a row, hostile text, "" where not told; null where the study tells none
  readonly popularity: Uint8Array | null; // of the row's track, 0 to 100, one a row; null where the study tells none
}

/** Where the tracks came from and what was left out, shown on every page and in the report. */
export interface Provenance {
  readonly source: "tracks" | "raw" | "download" | "demo";
  readonly synthetic: boolean; // true for the demo: drawn, not real
  readonly study: string; // "Hit Predictor"
  readonly about: string; // sentences: what the study holds, who made it, its licence
  readonly features: readonly string[]; // that it knows of its tracks
  readonly label: LabelWords; // what it calls a hit
  readonly files: readonly {readonly name: string; readonly sha256: string; readonly rows: number}[];
  readonly hash: string; // first 12 hex digits of the SHA-256 over the files' hashes and names; see datasetHash.ts
  readonly rows: number; // data rows read
  readonly tracks: number; // rows kept by cleaning
  readonly hits: number; // of the tracks kept
  readonly dropped: Readonly<Record<string, number>>; // reason -> rows
  readonly missing: Readonly<Record<string, number>>; // feature -> tracks kept where it is unknown
}

/** A study as the exams need it: all usable rows, and which of them survive cleaning. */
export interface Dataset {
  readonly format: "trackoracle-dataset/1";
  readonly provenance: Provenance;
  readonly raw: TrackTable; // every usable row, duplicates included
  readonly clean: Int32Array; // row numbers of `raw`: one row a uri, no uri with both labels, ascending
}
