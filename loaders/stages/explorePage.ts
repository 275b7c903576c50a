import * as aq from "arquero";
import {columnNamed} from "../../lib/columnNamed.js";
import {takeRows, takeValues, type Columns} from "../../lib/columns.js";
import {meanRanks} from "../../lib/metrics/meanRanks.js";
import {pearsonCorrelation} from "../../lib/metrics/pearsonCorrelation.js";
import {rocAuc} from "../../lib/metrics/rocAuc.js";
import type {ExploreData, FeatureSummary, Quartiles, SampleTrack, TrendPoint} from "../../lib/wire/ExploreData.js";
import {defineStage} from "../store/stage.js";
import type {Dataset} from "../tracks/types.js";
import type {Evaluation, Examined} from "./evaluate.js";
import {isExamined} from "./isExamined.js";

const BINS = 24; // of a continuous feature
const MOST_VALUES = 13; // a feature with no more distinct values gets a bin for each
const EXAMPLES = 30; // tracks of each kind

interface Needs {
  readonly dataset: Dataset;
  readonly artist: Evaluation; // boosted in the artist exam
}

/** The cleaned tracks, counted for explore.md. */
export default defineStage(({dataset, artist}: Needs): ExploreData => {
  const {raw, clean, provenance} = dataset;
  const X = takeRows(raw.X, clean);
  const y = takeValues(raw.label, clean);
  const decade = columnNamed(X, "decade");
  return {
    label: provenance.label,
    tracks: provenance.tracks,
    hits: provenance.hits,
    dropped: provenance.dropped,
    features: X.names.map((name, j) => featureSummary(name, X.columns[j], y, decade)),
    decades: aq
      .table({decade, hit: y})
      .filter((d: {decade: number}) => aq.op.is_finite(d.decade))
      .groupby("decade")
      .rollup({hits: aq.op.sum("hit"), tracks: aq.op.count()})
      .derive({flops: (d: {tracks: number; hits: number}) => d.tracks - d.hits})
      .select("decade", "hits", "flops")
      .orderby("decade")
      .objects() as ExploreData["decades"],
    correlations: correlations(X),
    samples: isExamined(artist) ? sampleTracks(dataset, artist) : []
  };
});

function featureSummary(name: string, column: Float32Array, y: Uint8Array, decade: Float32Array): FeatureSummary {
  const known = Array.from(column.keys()).filter((i) => !Number.isNaN(column[i]));
  const values = Float32Array.from(known, (i) => column[i]).sort();
  const edges = binEdges(values);
  const shares = (label: number) => {
    const counts = new Array<number>(edges.length - 1).fill(0);
    let total = 0;
    for (const i of known) {
      if (y[i] !== label) continue;
      total++;
      const bin = edges.findIndex((edge, k) => k > 0 && column[i] < edge);
      counts[bin > 0 ? bin - 1 : counts.length - 1]++;
    }
    return counts.map((count) => Number((count / Math.max(1, total)).toFixed(5)));
  };
  return {
    name,
    edges,
    hits: shares(1),
    flops: shares(0),
    auc: featureAuc(known, column, y),
    trend: trend(known, column, y, decade)
  };
}

/** Bin edges over the bulk of the values (sorted); the outer bins take what lies beyond. */
function binEdges(values: Float32Array): number[] {
  if (values.length === 0) return [0, 1];
  const distinct = [...new Set(values)];
  if (distinct.length <= MOST_VALUES) {
    const step = distinct.length === 1 ? 1 : Math.min(...distinct.slice(1).map((value, i) => value - distinct[i]));
    const from = distinct[0] - step / 2;
    const bins = Math.min(BINS, Math.round((distinct[distinct.length - 1] - distinct[0]) / step) + 1);
    const width = (distinct[distinct.length - 1] - distinct[0] + step) / bins;
    return Array.from({length: bins + 1}, (_, k) => from + k * width);
  }
  let low = values[Math.round(0.005 * (values.length - 1))];
  let high = values[Math.round(0.995 * (values.length - 1))];
  if (low === high) [low, high] = [values[0], values[values.length - 1]]; // nearly all tracks share one value
  return Array.from({length: BINS + 1}, (_, k) => Number((low + ((high - low) * k) / BINS).toPrecision(6)));
}

/** How well the feature alone ranks hits above flops, ranks scaled to [0, 1]; null where it is constant. */
function featureAuc(known: readonly number[], column: Float32Array, y: Uint8Array): number | null {
  const values = known.map((i) => column[i]);
  const low = values.reduce((a, b) => Math.min(a, b), Infinity);
  const high = values.reduce((a, b) => Math.max(a, b), -Infinity);
  if (!(high > low)) return null;
  return rocAuc(
    known.map((i) => y[i]),
    values.map((value) => (value - low) / (high - low))
  );
}

function trend(known: readonly number[], value: Float32Array, y: Uint8Array, decade: Float32Array): TrendPoint[] {
  const quartiles = aq
    .table({
      decade: known.map((i) => decade[i]),
      hit: known.map((i) => y[i]),
      value: known.map((i) => value[i])
    })
    .filter((d: {decade: number}) => aq.op.is_finite(d.decade))
    .groupby("decade", "hit")
    .rollup({
      q1: aq.op.quantile("value", 0.25),
      median: aq.op.median("value"),
      q3: aq.op.quantile("value", 0.75)
    })
    .orderby("decade")
    .objects() as {decade: number; hit: number; q1: number; median: number; q3: number}[];
  const of = (at: number, hit: number): Quartiles => {
    const found = quartiles.find((row) => row.decade === at && row.hit === hit);
    return found ? [found.q1, found.median, found.q3] : [null, null, null];
  };
  return [...new Set(quartiles.map((row) => row.decade))].map((at) => ({decade: at, hit: of(at, 1), flop: of(at, 0)}));
}

function correlations({columns}: Columns): (number | null)[][] {
  const ranks = columns.map(meanRanks);
  return ranks.map((a, i) => ranks.slice(0, i).map((b) => pearsonCorrelation(a, b)));
}

/** The tracks the model gets most wrong, most right, and cannot place, of those by artists it had not heard. */
function sampleTracks({raw}: Dataset, {rows, p}: Examined): SampleTrack[] {
  const decade = columnNamed(raw.X, "decade");
  const miss = (i: number) => Math.abs(raw.label[rows[i]] - p[i]);
  const byMiss = Array.from(rows.keys()).sort((a, b) => miss(b) - miss(a));
  const byDoubt = Array.from(rows.keys()).sort((a, b) => Math.abs(p[a] - 0.5) - Math.abs(p[b] - 0.5));
  const picked = new Set([...byMiss.slice(0, EXAMPLES), ...byMiss.slice(-EXAMPLES), ...byDoubt.slice(0, EXAMPLES)]);
  return [...picked].map((i) => ({
    title: raw.title[rows[i]],
    artist: raw.artist[rows[i]],
    decade: Number.isNaN(decade[rows[i]]) ? null : decade[rows[i]],
    hit: raw.label[rows[i]] === 1,
    p: Number(p[i].toFixed(4))
  }));
}
