import {takeRows, takeValues, type Columns} from "../../lib/columns.js";
import {assignFolds} from "../../lib/exams/assignFolds.js";
import {ROOT} from "../../loaders/root.js";
import {locateTracks} from "../../loaders/tracks/locateTracks.js";
import {readDataset} from "../../loaders/tracks/readDataset.js";

/** Rows and their outcomes. */
export interface Part {
  readonly X: Columns;
  readonly y: Uint8Array;
}

/** The clean tracks at hand: four random stratified fifths to train on, the last to test on. */
export interface SplitTracks {
  readonly source: string; // of the tracks: "demo" or real ones
  readonly train: Part;
  readonly test: Part;
}

/**
 * Splits the tracks at hand as facts were measured: fold 0 of five, seed 1, is the test.
 *
 * @param bench who asks, for the warning where only the demo is at hand
 */
export async function splitTracks(bench: string): Promise<SplitTracks> {
  const located = await locateTracks({env: {...process.env, OFFLINE: "1"}, root: ROOT, warn: () => undefined});
  if (located.source === "demo") console.warn(`${bench}: no real tracks; set TRACKS to their folder. Using the demo`);
  const {raw, clean} = await readDataset(located);
  const fold = assignFolds({label: takeValues(raw.label, clean), seed: 1});
  const part = (wanted: (k: number) => boolean): Part => {
    const rows = clean.filter((_, i) => wanted(fold[i]));
    return {X: takeRows(raw.X, rows), y: takeValues(raw.label, rows)};
  };
  return {source: located.source, train: part((k) => k > 0), test: part((k) => k === 0)};
}
