import type {LogisticModel} from "../../lib/logistic/types.js";
import type {ControlRange, PredictData, StartingSong} from "../../lib/wire/PredictData.js";
import {defineStage} from "../store/stage.js";
import type {Dataset} from "../tracks/types.js";
import type {Evaluation} from "./evaluate.js";

interface Needs {
  readonly dataset: Dataset;
  readonly logistic: LogisticModel;
  readonly artist: Evaluation; // boosted in the artist exam
}

/** What predict.md needs besides the trees. */
export default defineStage(({dataset, logistic, artist}: Needs, {songs}: {songs: number}): PredictData => ({
  synthetic: dataset.provenance.synthetic,
  controls: controlRanges(dataset),
  logistic,
  auc: artist.metrics.auc.value,
  songs: startingSongs(dataset, artist.p, songs)
}));

function controlRanges({raw, clean}: Dataset): ControlRange[] {
  return raw.X.names.map((name, j) => {
    const known = Float32Array.from(clean, (row) => raw.X.columns[j][row])
      .filter((value) => !Number.isNaN(value))
      .sort();
    const quantile = (share: number) => known[Math.round(share * (known.length - 1))] ?? 0;
    const decade = name === "decade";
    return {
      name,
      low: decade ? known[0] : quantile(0.005),
      high: decade ? known[known.length - 1] : quantile(0.995),
      median: quantile(0.5)
    };
  });
}

/** Hits and flops of every decade in turn, from the least to the most expected of each. */
function startingSongs({raw, clean}: Dataset, p: Float64Array, songs: number): StartingSong[] {
  const order = Array.from(clean.keys()).sort((a, b) => p[a] - p[b]);
  const picked = Array.from({length: Math.min(songs, order.length)}, (_, k) => {
    const at = Math.round((k / Math.max(1, songs - 1)) * (order.length - 1));
    return order[at];
  });
  return picked.map((i) => {
    const row = clean[i];
    return {
      title: raw.title[row],
      artist: raw.artist[row],
      hit: raw.label[row] === 1,
      p: Number(p[i].toFixed(4)),
      x: raw.X.columns.map((column) => (Number.isNaN(column[row]) ? null : column[row]))
    };
  });
}
