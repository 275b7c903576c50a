import {logit} from "../logit.js";
import {sigmoid} from "../sigmoid.js";
import {iceExplainer} from "../trees/iceCurves.js";
import {marginOfRow} from "../trees/marginOfRow.js";
import {candidatesOf} from "./candidates.js";
import {marginSurfaces} from "./marginSurfaces.js";
import type {ChangeTask, Edit} from "./types.js";

/** Changes made together, as places among the new values: feature -> place. */
export type Places = ReadonlyMap<number, number>;

/** A song with some changes. */
export interface Found {
  readonly places: Places;
  readonly margin: number; // log-odds
  readonly cost: number; // the sum of its moves, and ONE_MORE a change
  readonly missing: number; // to the target, log-odds; 0 where it is reached
}

/** What can be changed of a song. The best changes are those of the least score: cost, and price × missing. */
export interface ChangeSpace {
  readonly free: readonly number[]; // features that have new values
  readonly unchanged: Found;
  readonly found: (places: Places) => Found;
  /** The best change of each feature that a start leaves as it was. */
  readonly singles: (start: Found, price: number) => Found[];
  /** The best change of two more features. */
  readonly pair: (start: Found, j: number, k: number, price: number) => Found;
  /** As it is told, its probability by the trees themselves. */
  readonly edit: (found: Found) => Edit;
}

/** A price of what is missing so high that the target comes first, whatever it costs. */
export const AT_ANY_COST = 1e6;

const ONE_MORE = 0.05; // what a change costs besides its move: as much as passing this share of the tracks
const ROUNDING = 1e-9; // log-odds; sums of leaves in different orders differ by less

/**
 * Prepares a song for a search of changes.
 *
 * @throws RangeError if the controls are not those of the trees, or values, locks and ranges not as many
 */
export function changeSpace({trees, controls, x, target, locked, ranges}: ChangeTask): ChangeSpace {
  const width = trees.features.length;
  if (controls.map(({name}) => name).join() !== trees.features.join())
    throw new RangeError(`changeSpace requires controls of ${trees.features.join(", ")}; got others`);
  if (x.length !== width || locked.length !== width || ranges.length !== width)
    throw new RangeError(
      `changeSpace requires ${width} values, locks, ranges; got ${x.length}, ${locked.length}, ${ranges.length}`
    );
  const explain = iceExplainer(trees);
  const thresholds = explain(x).map(({from}) => from);
  const candidates = controls.map((control, j) =>
    candidatesOf(control, x[j], thresholds[j], locked[j] ? [1, 0] : (ranges[j] ?? [control.low, control.high]))
  );
  const free = controls.map((_, j) => j).filter((j) => candidates[j].step.length > 0);
  const before = marginOfRow(trees, x);
  const goal = logit(target);
  const way = Math.sign(goal - before);

  const missingAt = (margin: number) => Math.max(0, way * (goal - margin + way * ROUNDING));
  const movedBy = (places: Places) => [...places].reduce((sum, [j, place]) => sum + candidates[j].move[place], 0);
  const songWith = (places: Places) => {
    const song = x.slice();
    for (const [j, place] of places) song[j] = candidates[j].value[place];
    return song;
  };
  const foundAt = (places: Places, margin: number): Found => {
    return {places, margin, cost: movedBy(places) + ONE_MORE * places.size, missing: missingAt(margin)};
  };
  const curvesOf = rememberLast(({places}: Found) => explain(songWith(places)));
  const surfaces = marginSurfaces(trees, thresholds, candidates);
  const surfacesOf = rememberLast((start: Found) =>
    surfaces({x: songWith(start.places), margin: start.margin}, curvesOf(start))
  );

  return {
    free,
    unchanged: foundAt(new Map(), before),
    found: (places) => foundAt(places, marginOfRow(trees, songWith(places))),
    singles: (start, price) =>
      free
        .filter((j) => !start.places.has(j))
        .map((j) => {
          const {move, step} = candidates[j];
          const {margin} = curvesOf(start)[j];
          let least = Infinity;
          let at = 0;
          for (let a = 0; a < move.length; a++) {
            const score = move[a] + price * missingAt(margin[step[a]]);
            if (score < least) [least, at] = [score, a];
          }
          return foundAt(new Map([...start.places, [j, at]]), margin[step[at]]);
        }),
    pair(start, j, k, price) {
      const margins = surfacesOf(start)(j, k);
      const rows = candidates[j].move;
      const columns = candidates[k].move;
      const nearest = way * goal + ROUNDING;
      let least = Infinity;
      let at = 0;
      for (let a = 0, i = 0; a < rows.length; a++) {
        const ofRow = rows[a];
        for (let b = 0; b < columns.length; b++, i++) {
          const cost = ofRow + columns[b];
          if (cost >= least) continue;
          const missing = nearest - way * margins[i];
          const score = missing > 0 ? cost + price * missing : cost;
          if (score >= least) continue;
          least = score;
          at = i;
        }
      }
      const a = Math.floor(at / columns.length);
      return foundAt(new Map([...start.places, [j, a], [k, at - a * columns.length]]), margins[at]);
    },
    edit({places}) {
      const changed = songWith(places);
      return {
        changes: [...places]
          .map(([feature, place]) => {
            const {value, move} = candidates[feature];
            return {feature, from: x[feature], to: value[place], moved: move[place]};
          })
          .sort((a, b) => a.feature - b.feature),
        x: changed,
        p: sigmoid(marginOfRow(trees, changed)),
        moved: movedBy(places)
      };
    }
  };
}

/** Asked about the same object again, it gives the same answer. */
function rememberLast<A, B>(ask: (asked: A) => B): (asked: A) => B {
  let last: {readonly asked: A; readonly answer: B} | undefined;
  return (asked) => (last?.asked === asked ? last : (last = {asked, answer: ask(asked)})).answer;
}
