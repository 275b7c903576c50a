import type {TreeEnsemble} from "../trees/types.js";
import type {ColumnRanks} from "./columnRanks.js";
import type {MaskStep} from "./planLookups.js";

/**
 * Fills the masks of a block of rows, one pass over the rows a step.
 *
 * A mask has 16 bits and a word holds those of two rows, side by side, as in `ColumnRanks`: each pass answers a split
 * for two rows at once. Bits are set where the row goes left.
 *
 * @param steps from `planLookups`
 * @param start the block's first word in the columns of ranks
 * @param words how many words the block has
 * @param masks slot after slot, `stride` words each; slot 0 is zeros
 */
export function takeSteps(
  steps: readonly MaskStep[],
  {feature, defaultLeft}: TreeEnsemble,
  {split, first, low, high}: ColumnRanks,
  start: number,
  words: number,
  masks: Int32Array,
  stride: number
): void {
  for (const {node, bit, repeated, from, left, right} of steps) {
    const column = (defaultLeft[node] ? low : high)[feature[node]];
    const key = (split[node - first] + 2 ** 15) * 0x10001;
    const set = 0x10001 << bit;
    if (left < 0) ask(column, start, words, key | 0, 15 - bit, set, masks, from * stride);
    else if (repeated)
      narrow(column, start, words, key | 0, 15 - bit, set, masks, from * stride, left * stride, right * stride);
    else part(column, start, words, key | 0, 15 - bit, set, masks, from * stride, left * stride, right * stride);
  }
}

/** Adds the answer to a mask. */
function ask(
  column: Int32Array,
  start: number,
  words: number,
  key: number,
  shift: number,
  set: number,
  masks: Int32Array,
  at: number
): void {
  for (let i = 0; i < words; i++) masks[at + i] |= ((key - column[start + i]) >>> shift) & set;
}

/** Makes the masks of both children from the parent's, where the feature is new to the path. */
function part(
  column: Int32Array,
  start: number,
  words: number,
  key: number,
  shift: number,
  set: number,
  masks: Int32Array,
  from: number,
  left: number,
  right: number
): void {
  for (let i = 0; i < words; i++) {
    const mask = masks[from + i] | (((key - column[start + i]) >>> shift) & set);
    masks[left + i] = mask;
    masks[right + i] = mask ^ set;
  }
}

/** The same where the path has split on the feature before: a bit stays set where this condition is met too. */
function narrow(
  column: Int32Array,
  start: number,
  words: number,
  key: number,
  shift: number,
  set: number,
  masks: Int32Array,
  from: number,
  left: number,
  right: number
): void {
  for (let i = 0; i < words; i++) {
    const mask = masks[from + i];
    const goesLeft = ((key - column[start + i]) >>> shift) & set;
    masks[left + i] = mask & ~(goesLeft ^ set);
    masks[right + i] = mask & ~goesLeft;
  }
}
