/** Rows that a model cannot be fitted to, though nothing is wrong with the call: one class, no rows, no overlap. */
export class CannotFit extends RangeError {}
