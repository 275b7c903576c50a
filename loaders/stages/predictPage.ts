import {featureNamed} from "../../lib/features/featureNamed.js";
import type {GlassboxFit} from "../../lib/glassbox/fitGlassbox.js";
import type {LogisticModel} from "../../lib/logistic/types.js";
import type {Mlp} from "../../lib/mlp/types.js";
import type {ControlRange, PredictData, StartingSong} from "../../lib/wire/PredictData.js";
import {defineStage} from "../store/stage.js";
import type {Dataset} from "../tracks/types.js";
import type {Evaluation, Examined} from "./evaluate.js";
import {isExamined} from "./isExamined.js";

interface Needs {
  readonly dataset: Dataset;
  readonly logistic: LogisticModel | null;
  readonly glassbox: GlassboxFit;
  readonly mlp: Mlp;
  readonly artist: Evaluation; // boosted in the artist exam
}

/** What predict.md needs besides the trees. */
export default defineStage(
  ({dataset, logistic, glassbox, mlp, artist}: Needs, {songs}: {songs: number}): PredictData => ({
    hitShare: dataset.provenance.hits / dataset.provenance.tracks,
    controls: controlRanges(dataset),
    logistic,
    glassbox: glassbox.model,
    mlp,
    songs: isExamined(artist) ? startingSongs(dataset, artist, songs) : []
  })
);

function controlRanges({raw, clean}: Dataset): ControlRange[] {
  return raw.X.names.map((name, j) => {
    const known = Float32Array.from(clean, (row) => raw.X.columns[j][row])
      .filter((value) => !Number.isNaN(value))
      .sort();
    if (known.length === 0) {
      const {min, max} = featureNamed(name);
      return {name, min: null, max: null, low: min, high: max, median: null};
    }
    const quantile = (share: number) => known[Math.round(share * (known.length - 1))];
    const bulk = name === "decade" ? [0, 1] : [0.005, 0.995]; // every decade can be chosen
    const [low, high] = bulk.map(quantile);
    return {name, min: quantile(0), max: quantile(1), low, high, median: quantile(0.5)};
  });
}

/** An even pick of the tracks, from the least to the most probable hit. */
function startingSongs({raw}: Dataset, {rows, p}: Examined, songs: number): StartingSong[] {
  const order = Array.from(rows.keys()).sort((a, b) => p[a] - p[b]);
  const count = Math.min(songs, order.length);
  const step = (order.length - 1) / Math.max(1, count - 1);
  return Array.from({length: count}, (_, k) => {
    const i = order[Math.round(k * step)];
    const row = rows[i];
    return {
      title: raw.title[row],
      artist: raw.artist[row],
      hit: raw.label[row] === 1,
      p: Number(p[i].toFixed(4)),
      x: raw.X.columns.map((column) => (Number.isNaN(column[row]) ? null : column[row]))
    };
  });
}
