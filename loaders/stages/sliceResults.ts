import {mean} from "d3-array";
import {takeValues, type Columns} from "../../lib/columns.js";
import {sliceRows} from "../../lib/exams/slices.js";
import {accuracy} from "../../lib/metrics/accuracy.js";
import {aucInterval} from "../../lib/metrics/aucInterval.js";
import type {SliceResult} from "../../lib/wire/ModelsData.js";
import type {Judged} from "./evaluate.js";

/** How a model does among tracks of one kind: by decade, duration, vocals, tempo. */
export function sliceResults(judged: Judged, X: Columns): SliceResult[] {
  return sliceRows(X).map(({by, label, rows}) => {
    const [y, p, artists] = [takeValues(judged.y, rows), takeValues(judged.p, rows), takeValues(judged.artists, rows)];
    return {
      by,
      label,
      rows: rows.length,
      hits: y.reduce((sum, value) => sum + value, 0),
      auc: aucInterval(y, p, artists),
      accuracy: accuracy(y, p),
      meanP: mean(p)!
    };
  });
}
