import fc from "fast-check";
import type {ChangeNews, ChangeEnd, ChangeTask, Edit} from "../../../lib/counterfactuals/types.js";
import type {TreeEnsemble} from "../../../lib/trees/types.js";
import type {ControlRange} from "../../../lib/wire/PredictData.js";
import {randomSource} from "../../../lib/random/randomSource.js";
import {ensembleOf, type Nested} from "../shap/ensembles.js";

/** Features of the small cases: hundredths, a key, two choices, whole numbers. */
export const NAMES = ["danceability", "energy", "key", "mode", "sections"];
const BULK: readonly (readonly [low: number, high: number])[] = [[0.05, 0.95], [0, 1], [0, 11], [0, 1], [3, 9]]; // prettier-ignore

/** Controls whose tracks lie as the counts say, none of them beyond low and high. */
export function controlOf(name: string, low: number, high: number, counts: readonly number[]): ControlRange {
  return {
    name,
    min: low,
    max: high,
    low,
    high,
    median: low,
    density: {low, high, hits: counts, flops: counts.map(() => 1)},
    decadeMedians: []
  };
}

/** Full trees of four levels over all features. */
function drawnTree(random: () => number, level = 4): Nested {
  if (level === 0) return {value: 2 * random() - 1, cover: 1};
  const feature = Math.floor(random() * NAMES.length);
  const [low, high] = BULK[feature];
  const threshold = Math.fround(low + ((Math.floor(random() * 9) + 0.5) / 9) * (high - low));
  const [left, right] = [drawnTree(random, level - 1), drawnTree(random, level - 1)];
  return {feature, threshold, defaultLeft: random() < 0.5, left, right};
}

const anyTrees: fc.Arbitrary<TreeEnsemble> = fc
  .record({seed: fc.nat(), trees: fc.integer({min: 4, max: 12})})
  .map(({seed, trees}) => {
    const random = randomSource(seed);
    return {
      ...ensembleOf(
        NAMES.length,
        Array.from({length: trees}, () => drawnTree(random)),
        0.1
      ),
      features: NAMES
    };
  });

/** A song, small trees, a target; some features locked, some in a range, some unknown. */
export const anyTask: fc.Arbitrary<ChangeTask> = fc
  .record({
    trees: anyTrees,
    counts: fc.array(fc.nat(9), {minLength: 60, maxLength: 60}),
    at: fc.array(fc.option(fc.nat(100), {freq: 8}), {minLength: 5, maxLength: 5}),
    target: fc.constantFrom(0.2, 0.4, 0.5, 0.6, 0.8),
    locked: fc.array(fc.nat(4).map((n) => n === 0), {minLength: 5, maxLength: 5}), // prettier-ignore
    ends: fc.array(fc.option(fc.tuple(fc.nat(100), fc.nat(100)), {freq: 2, nil: null}), {minLength: 5, maxLength: 5})
  })
  .map(({trees, counts, at, target, locked, ends}) => {
    const within = (j: number, share: number) => {
      const [low, high] = BULK[j];
      return j < 2 ? low + (share / 100) * (high - low) : Math.round(low + (share / 100) * (high - low));
    };
    return {
      trees,
      controls: NAMES.map((name, j) => controlOf(name, ...BULK[j], counts.slice(12 * j, 12 * j + 12))),
      x: Float32Array.from(at, (share, j) => (share === null ? NaN : within(j, share))),
      target,
      locked,
      ranges: ends.map((pair, j) => {
        if (pair === null || pair[0] % 3 > 0) return null;
        const [a, b] = [...pair].sort((one, other) => one - other);
        return [within(j, a), within(j, b)] as const;
      })
    };
  });

/** Runs a search to its end. */
export function ended(search: Generator<ChangeNews, ChangeEnd>) {
  const edits: Edit[] = [];
  const done: number[] = [];
  let step = search.next();
  for (; !step.done; step = search.next()) {
    if ("edit" in step.value) edits.push(step.value.edit);
    else done.push(step.value.done);
  }
  return {edits, done, end: step.value};
}
