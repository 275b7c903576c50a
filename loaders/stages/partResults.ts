import {crossCalibrate} from "../../lib/calibration/crossCalibrate.js";
import {takeValues} from "../../lib/columns.js";
import {evaluatePredictions} from "../../lib/metrics/evaluatePredictions.js";
import type {PartResult} from "../../lib/wire/ModelsData.js";
import type {Judged} from "./evaluate.js";
import type {ExamFolds} from "./folds.js";

const REPLICATES = 200;

/** How a model does in each decade it had not met; nothing for exams on random folds. */
export function partResults(
  {y, p, artists, part}: Judged,
  {train, decades, seed}: Pick<ExamFolds, "train" | "decades"> & {seed: number}
): PartResult[] {
  if (decades.length === 0) return [];
  const mapped = crossCalibrate(p, y, part, {method: "isotonic", rule: "past"});
  return decades.slice(1).map((decade, k) => {
    const rows = Int32Array.from(part.keys()).filter((i) => part[i] === k + 1);
    const [ownY, ownArtists] = [takeValues(y, rows), takeValues(artists, rows)];
    const measured = (values: Float64Array) =>
      evaluatePredictions(ownY, takeValues(values, rows), ownArtists, {seed, replicates: REPLICATES});
    return {
      trainedOn: train === "past" && k > 0 ? `${decades[0]}s to ${decades[k]}s` : `${decades[k]}s`,
      tested: `${decade}s`,
      rows: rows.length,
      hits: ownY.reduce((sum, value) => sum + value, 0),
      metrics: measured(p),
      recalibratedEce: k === 0 ? null : measured(mapped).ece
    };
  });
}
