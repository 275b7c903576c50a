import {InputError} from "../../lib/csv/InputError.js";
import {artistKey} from "../../lib/exams/artistKey.js";
import {assignFolds} from "../../lib/exams/assignFolds.js";
import {takeValues} from "../../lib/columns.js";
import {defineStage} from "../store/stage.js";
import type {Dataset} from "../tracks/types.js";
import {examRows} from "./examRows.js";

/** Which fold each row of an exam is tested in; rows as in `examRows`. */
export type Folds = Readonly<Record<string, Uint8Array>>;

/**
 * Folds of every exam, from one seed. `memory` is held on the folds of `dedup`.
 *
 * @throws InputError if fewer artists than folds have hits, or flops
 */
export default defineStage(({dataset}: {dataset: Dataset}, {folds, seed}: {folds: number; seed: number}): Folds => {
  const {raw, clean} = dataset;
  const label = takeValues(raw.label, clean);
  const groups = Array.from(clean, (i) => artistKey(raw.artist[i]));
  refuseFewArtists(dataset, groups, folds);
  const dedup = assignFolds({label, folds, seed});
  return {
    raw: assignFolds({label: takeValues(raw.label, examRows(dataset, "raw")), folds, seed}),
    dedup,
    artist: assignFolds({label, groups, folds, seed}),
    memory: dedup
  };
});

/** Each fold needs hits and flops by artists of its own. */
function refuseFewArtists({raw, clean, provenance}: Dataset, groups: readonly string[], folds: number): void {
  const artistsOf = (label: number) => new Set(groups.filter((_, i) => raw.label[clean[i]] === label)).size;
  const [hits, flops] = [artistsOf(1), artistsOf(0)];
  if (Math.min(hits, flops) >= folds) return;
  const problem = `expected hits by ${folds} artists or more, and flops too; got hits by ${hits} and flops by ${flops}`;
  throw new InputError(problem, {file: provenance.files.map(({name}) => name).join(", ")});
}
