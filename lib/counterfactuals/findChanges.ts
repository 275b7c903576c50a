import {sigmoid} from "../sigmoid.js";
import {AT_ANY_COST, changeSpace, type ChangeSpace, type Found} from "./changeSpace.js";
import {nextDiverse} from "./nextDiverse.js";
import {tighten} from "./tighten.js";
import type {ChangeEnd, ChangeNews, ChangeTask} from "./types.js";

const ANSWERS = 5;
const ENOUGH = 3; // answers, without asking for more changes at once
const MOST = 4; // changes at once
const DEAR = 0.35; // a cost above which more changes at once may cost less
const STARTS = 8; // from which edits of more than two changes are searched
const PRICES = [0.1, 0.3, 1, AT_ANY_COST]; // of a missing log-odd: starts that are cheap, and starts that go far
const MIDDLE = 0.3; // the price by which starts are compared

/**
 * Searches for small changes with which the trees give a song another probability.
 *
 * The least costly change of any one feature and of any two is found exactly, on the trees' own thresholds; of three and
 * four: exactly in two of them, from the most promising changes of the others, and then two at a time anew until nothing
 * costs less. What a change costs says changeSpace. Every edit reaches the target by marginOfRow, and misses it
 * without any one of its changes; no two are of the same features, see nextDiverse. The first is told as soon as it is known.
 *
 * @throws RangeError if the controls are not those of the trees, or values, locks and ranges not as many
 * @see Wachter, Mittelstadt and Russell 2017, "Counterfactual explanations without opening the black box", Harvard
 *   Journal of Law & Technology 31(2): the closest song of another outcome
 */
export function* findChanges(task: ChangeTask): Generator<ChangeNews, ChangeEnd> {
  const space = changeSpace(task);
  const {unchanged} = space;
  const before = sigmoid(unchanged.margin);
  if (unchanged.missing === 0) return {before, reached: true, closest: null, standInTheWay: []};

  const pool = new Map<string, Found>(); // features -> the least costly change of them that reaches the target
  const chosen: Found[] = [];
  let closest = unchanged;

  function keep(found: Found): void {
    if (found.missing === 0) {
      const features = [...found.places.keys()].sort((j, k) => j - k).join();
      if (found.cost < (pool.get(features)?.cost ?? Infinity)) pool.set(features, found);
    } else if (found.missing < closest.missing) closest = found;
  }

  /** Chooses up to some edits in all, each as little as it can be. */
  function* choose(most: number): Generator<ChangeNews> {
    while (chosen.length < most) {
      const next = nextDiverse(pool.values(), chosen, ENOUGH);
      if (!next) return;
      const tight = tighten(space, next);
      if (tight === next) {
        chosen.push(next);
        yield {edit: space.edit(next)};
      } else {
        for (const [features, found] of pool) if (found === next) pool.delete(features);
        keep(tight);
      }
    }
  }

  const cheapest = () => Math.min(Infinity, ...[...pool.values()].map(({cost}) => cost));
  space.singles(unchanged, AT_ANY_COST).forEach(keep);
  yield* choose(1);
  let starts = [unchanged];
  for (let size = 2; size <= MOST; size++) {
    if (size > 2) starts = startsFrom(space, starts);
    for (const [i, start] of starts.entries()) {
      const free = space.free.filter((j) => !start.places.has(j));
      for (const [at, j] of free.entries()) {
        for (const k of free.slice(at + 1)) keep(space.pair(start, j, k, AT_ANY_COST));
      }
      if (size > 2) yield* choose(1); // the first is told at once
      yield {done: (size - 2 + (i + 1) / starts.length) / (MOST - 1)};
    }
    yield* choose(1);
    if (size === 2 ? cheapest() < DEAR : pool.size >= ENOUGH) break;
  }
  yield* choose(ANSWERS);
  return {
    before,
    reached: chosen.length > 0,
    closest: chosen.length === 0 && closest !== unchanged ? space.edit(closest) : null,
    standInTheWay: chosen.length === 0 ? standInTheWay(task) : []
  };
}

/** The most promising edits of one change more: for every feature, those that one of the prices prefers. */
function startsFrom(space: ChangeSpace, starts: readonly Found[]): Found[] {
  const score = ({cost, missing}: Found) => cost + MIDDLE * missing;
  const found = new Map<string, Found>();
  for (const start of starts) {
    for (const price of PRICES) {
      for (const next of space.singles(start, price)) {
        const key = [...next.places].sort(([j], [k]) => j - k).join();
        if (next.missing > 0) found.set(key, next);
      }
    }
  }
  return [...found.values()].sort((a, b) => score(a) - score(b)).slice(0, STARTS);
}

/** Features that are locked or held in a range, and that an edit would change which needs no such regard. */
function standInTheWay(task: ChangeTask): number[] {
  const {locked, ranges} = task;
  if (!locked.includes(true) && ranges.every((range) => range === null)) return [];
  const free = {...task, locked: locked.map(() => false), ranges: ranges.map(() => null)};
  for (const news of findChanges(free)) {
    if (!("edit" in news)) continue;
    return news.edit.changes
      .filter(({feature, to}) => {
        const range = ranges[feature];
        return locked[feature] || (range !== null && !(to >= range[0] && to <= range[1]));
      })
      .map(({feature}) => feature);
  }
  return [];
}
