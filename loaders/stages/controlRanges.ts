import {featureNamed} from "../../lib/features/featureNamed.js";
import {columnNamed} from "../../lib/columnNamed.js";
import {takeRows, takeValues} from "../../lib/columns.js";
import type {Unit} from "../../lib/features/features.js";
import type {ControlRange, Density} from "../../lib/wire/PredictData.js";
import type {Dataset} from "../tracks/types.js";

const BINS = 32; // of a density
const MOST_VALUES = 48; // whole numbers that get a bin each
const WHOLE: readonly Unit[] = ["key", "mode", "beats", "count", "year"];

/**
 * What each slider covers, and where on it the clean tracks lie.
 *
 * @param decades the years that medians are taken of
 */
export function controlRanges({raw, clean}: Dataset, decades: readonly number[]): ControlRange[] {
  const X = takeRows(raw.X, clean);
  const label = takeValues(raw.label, clean);
  const decadeOf = columnNamed(X, "decade");
  return X.names.map((name, j) => {
    const column = X.columns[j];
    const known = sortedKnown(column);
    const decadeMedians = decades.map((year) => median(sortedKnown(column.filter((_, i) => decadeOf[i] === year))));
    const bulk = name === "decade" ? [0, 1] : [0.005, 0.995]; // every decade can be chosen
    const {min, max} = featureNamed(name);
    const [low, high] = known.length === 0 ? [min, max] : bulk.map((share) => quantile(known, share));
    return {
      name,
      min: known.length === 0 ? null : known[0],
      max: known.length === 0 ? null : known[known.length - 1],
      low,
      high,
      median: median(known),
      density: density(column, label, name, [low, high]),
      decadeMedians
    };
  });
}

/** Counts of the tracks from low to high; those beyond are left out, as the slider does not reach them. */
function density(column: Float32Array, label: Uint8Array, name: string, [low, high]: readonly number[]): Density {
  const {unit, step} = featureNamed(name);
  const values = (high - low) / step + 1;
  const isListed = low === high || (WHOLE.includes(unit) && Number.isInteger(values) && values <= MOST_VALUES);
  const bins = isListed ? values : BINS;
  const margin = isListed ? step / 2 : 0; // each value is in the middle of its bin
  const from = low - margin;
  const width = (high + margin - from) / bins;
  const counts = [new Array<number>(bins).fill(0), new Array<number>(bins).fill(0)];
  column.forEach((value, i) => {
    if (value >= low && value <= high) counts[label[i]][Math.min(bins - 1, Math.floor((value - from) / width))]++;
  });
  return {low: from, high: high + margin, hits: counts[1], flops: counts[0]};
}

const sortedKnown = (column: Float32Array) => column.filter((value) => !Number.isNaN(value)).sort();

const quantile = (known: Float32Array, share: number) => known[Math.round(share * (known.length - 1))];

const median = (known: Float32Array) => (known.length === 0 ? null : quantile(known, 0.5));
