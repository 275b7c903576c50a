import type {Lookup} from "./planLookups.js";

/** Where a tree's tables are, and for each column which of them add to it. */
export interface LookupPlaces {
  readonly offsets: readonly number[]; // of each look-up's table
  readonly size: number; // values of all tables
  readonly ofColumn: ReadonlyMap<number, Int32Array>; // slot and table, alternating; a multiple of four pairs
}

/**
 * Lays the tables of a tree out one after the other. The first value is left for a table of a single zero, which every
 * row of slot 0 finds: it fills the lists of places up to whole fours.
 */
export function placeLookups(lookups: readonly Lookup[]): LookupPlaces {
  const lists = new Map<number, number[]>();
  const offsets: number[] = [];
  let size = 1;
  for (const {slot, columns, shares, splits} of lookups) {
    offsets.push(size);
    for (const j of columns) {
      const list = lists.get(j);
      if (list) list.push(slot, size);
      else lists.set(j, [slot, size]);
      size += 2 ** (shares.length + splits.length);
    }
  }
  const ofColumn = new Map<number, Int32Array>();
  for (const [j, list] of lists) {
    const places = new Int32Array(8 * Math.ceil(list.length / 8));
    places.set(list);
    ofColumn.set(j, places);
  }
  return {offsets, size, ofColumn};
}

/**
 * Adds to a block of one column what all look-ups of a tree say, four look-ups a pass.
 *
 * @param start the block's first row in `phi`
 * @param masks one a row, slot after slot, `stride` each
 */
export function addLookups(
  phi: Float64Array,
  start: number,
  rows: number,
  places: Int32Array,
  tables: Float64Array,
  masks: Uint16Array,
  stride: number
): void {
  for (let k = 0; k < places.length; k += 8)
    addFour(
      phi,
      start,
      rows,
      tables,
      masks,
      places[k] * stride,
      places[k + 1],
      places[k + 2] * stride,
      places[k + 3],
      places[k + 4] * stride,
      places[k + 5],
      places[k + 6] * stride,
      places[k + 7]
    );
}

function addFour(
  phi: Float64Array,
  start: number,
  rows: number,
  tables: Float64Array,
  masks: Uint16Array,
  m0: number,
  t0: number,
  m1: number,
  t1: number,
  m2: number,
  t2: number,
  m3: number,
  t3: number
): void {
  for (let i = 0; i < rows; i++)
    phi[start + i] +=
      tables[t0 + masks[m0 + i]] +
      tables[t1 + masks[m1 + i]] +
      (tables[t2 + masks[m2 + i]] + tables[t3 + masks[m3 + i]]);
}
