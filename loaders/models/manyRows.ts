/** Rows from which on a study is spared what costs more time than it tells. */
export const MANY_ROWS = 50_000;

/** Trees or epochs for a number of training rows: half as many where there are many rows. */
export const halvedForMany = (amount: number, rows: number): number =>
  rows > MANY_ROWS ? Math.ceil(amount / 2) : amount;
