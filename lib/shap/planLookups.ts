import type {TreeEnsemble} from "../trees/types.js";
import type {TableKind} from "./tableKind.js";
import {treeShape} from "./treeShape.js";

export const MOST_BITS = 12; // of a mask; the widest table has 2^12 rows

/** A subtree whose leaves are answered together, by one look-up a row and column. */
export interface Lookup {
  readonly root: number; // node
  readonly slot: number; // where its masks are
  readonly features: readonly number[]; // split on above the root
  readonly shares: readonly number[]; // for each of them, the share of rows that meet its conditions
  readonly splits: readonly number[]; // nodes at or below the root; their bits follow those of the features above
  readonly columns: readonly number[]; // that its leaves add to
}

/** One pass over the rows: makes the masks of two children, or (children −1) adds a split's answer to a mask. */
export interface MaskStep {
  readonly node: number; // the split that is asked
  readonly bit: number;
  readonly repeated: boolean; // the bit is there already, and narrows
  readonly from: number; // slot
  readonly left: number; // slot, or −1
  readonly right: number; // slot, or −1
}

/** How to explain one tree for a batch. */
export interface LookupPlan {
  readonly slots: number; // masks a row; slot 0 stays without a bit, slot 1 is the root's
  readonly steps: readonly MaskStep[]; // in order
  readonly lookups: readonly Lookup[];
}

// Nanoseconds on one thread of a 2023 server, as measured; only their proportions matter.
const ADD = 1; // a row and a column of a look-up
const STEP = 1; // a row and a split
const ENTRY = 3; // a leaf, a table row and a column
const WALK = 8; // a row, a node and a walk of four points

/**
 * Cuts a tree into subtrees that are looked up whole, as is cheapest for the number of rows: large tables pay off
 * when many rows share them.
 *
 * @param shares from `coverShares(ensemble)`
 * @param root the tree's first node, `end` the one past its last
 * @param kind what is looked up
 * @returns null where no tables are made: paths too wide, or rows so few that walking the tree for each is cheaper
 */
export function planLookups(
  ensemble: TreeEnsemble,
  shares: Float64Array,
  root: number,
  end: number,
  rows: number,
  {count, columnsOf}: TableKind
): LookupPlan | null {
  const {feature, left, right} = ensemble;
  const whole = new Uint8Array(end - root); // 1: looked up whole

  // The cheapest way below a node, in nanoseconds; how many splits are there; on which features.
  const cheapest = (node: number, above: ReadonlySet<number>): {cost: number; splits: number; used: Set<number>} => {
    if (left[node] < 0) {
      const cost = above.size > MOST_BITS ? Infinity : count(above.size) * (ADD * rows + ENTRY * 2 ** above.size);
      whole[node - root] = 1;
      return {cost, splits: 0, used: new Set()};
    }
    const onPath = above.has(feature[node]) ? above : new Set(above).add(feature[node]);
    const a = cheapest(left[node], onPath);
    const b = cheapest(right[node], onPath);
    const splits = a.splits + b.splits + 1;
    const used = new Set([...a.used, ...b.used]).add(feature[node]);
    const bits = above.size + splits;
    const apart = a.cost + b.cost + 2 * STEP * rows;
    if (bits > MOST_BITS) return {cost: apart, splits, used};
    const columns = count(new Set([...above, ...used]).size);
    const together = rows * (STEP * splits + ADD * columns) + ENTRY * (splits + 1) * columns * 2 ** bits;
    if (together < apart) whole[node - root] = 1;
    return {cost: Math.min(apart, together), splits, used};
  };

  const {cost} = cheapest(root, new Set());
  const walks = Math.ceil(treeShape(ensemble, root).width / 8);
  if (cost > WALK * walks * (end - root) * rows) return null;

  let slots = 2;
  const steps: MaskStep[] = [];
  const lookups: Lookup[] = [];
  const emit = (node: number, slot: number, features: readonly number[], met: readonly number[]): void => {
    if (whole[node - root]) {
      const splits: number[] = [];
      const columns = new Set<number>();
      const collect = (below: number, path: readonly number[]): void => {
        if (left[below] < 0) {
          for (const column of columnsOf(path)) columns.add(column);
          return;
        }
        const bit = features.length + splits.push(below) - 1;
        steps.push({node: below, bit, repeated: false, from: slot, left: -1, right: -1});
        collect(left[below], [...path, feature[below]]);
        collect(right[below], [...path, feature[below]]);
      };
      collect(node, features);
      if (columns.size > 0) lookups.push({root: node, slot, features, shares: met, splits, columns: [...columns]});
      return;
    }
    const at = features.indexOf(feature[node]);
    const repeated = at >= 0;
    const bit = repeated ? at : features.length;
    const onPath = repeated ? features : [...features, feature[node]];
    const step = {node, bit, repeated, from: slot, left: slots++, right: slots++};
    steps.push(step);
    const narrowed = (child: number) => {
      const below = [...met];
      below[bit] = (met[bit] ?? 1) * shares[child];
      return below;
    };
    emit(left[node], step.left, onPath, narrowed(left[node]));
    emit(right[node], step.right, onPath, narrowed(right[node]));
  };
  emit(root, 1, [], []);
  return {slots, steps, lookups};
}
