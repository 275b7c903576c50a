import {takeValues} from "../../lib/columns.js";
import {compareAucs} from "../../lib/metrics/compareAucs.js";
import type {Difference} from "../../lib/metrics/types.js";
import type {Refused} from "../../lib/wire/ModelsData.js";
import {defineStage} from "../store/stage.js";
import {isExamined} from "./isExamined.js";
import {outOfFold, type FoldsNeeds} from "./outOfFold.js";
import type {FoldPredictions} from "./predictFold.js";
import type {Table} from "./table.js";

/** AUC of a model, minus its AUC with the feature's values shuffled; by feature; null with one class. */
export type Permuted = Readonly<Record<string, Difference | null>>;

/**
 * Permutation importance of every feature, out of fold: what a model of other artists loses when a feature tells nothing.
 *
 * @see Breiman 2001, Random Forests, Machine Learning 45(1), section 10; intervals are those of `compareAucs`
 */
export default defineStage(
  ({table, folds, ...predicted}: FoldsNeeds & {table: Table}, {exam}: {exam: string}): Permuted | Refused => {
    const judged = outOfFold({folds, ...predicted}, exam);
    if (!isExamined(judged)) return judged;
    const asked = Object.values<FoldPredictions>(predicted).flatMap(({rows, p, shuffled}) =>
      shuffled ? [{...shuffled, rows: takeValues(rows, shuffled.places), before: takeValues(p, shuffled.places)}] : []
    );
    const rows = Int32Array.from(asked.flatMap(({rows}) => [...rows]));
    const p = asked.flatMap(({before}) => [...before]);
    const label = takeValues(table.label, rows);
    const artist = takeValues(table.artist, rows);
    const features = asked.at(0)?.features ?? [];
    return Object.fromEntries(
      features.map((feature, j) => {
        const without = asked.flatMap(({p}) => [...p[j]]);
        return [feature, compareAucs(label, p, without, artist)];
      })
    );
  }
);
