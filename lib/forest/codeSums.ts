import {PACKED, type Bag} from "./bag.js";

/** Sums over a node's rows by code, four columns at a time, and which codes there are: the others cost nothing. */
export interface CodeSums {
  readonly sums: Float64Array; // packed; 256 a column, 0 between uses
  readonly touched: Int32Array; // eight words a column, a bit a code; 0 between uses
  readonly codes: Uint8Array; // the codes one column has, ascending; see takeCodes
  readonly ofCodes: Float64Array; // their packed sums
}

/** Sums of no rows. */
export function emptySums(): CodeSums {
  return {
    sums: new Float64Array(1024),
    touched: new Int32Array(32),
    codes: new Uint8Array(256),
    ofCodes: new Float64Array(256)
  };
}

/**
 * Adds a node's rows to the sums of four columns, which share the reads of the row.
 *
 * @param a codes of the first column, one a row; fewer columns repeat one
 * @param begin where the node's rows begin in the bag, to before `end`
 */
export function addRows(
  {sums, touched}: CodeSums,
  [a, b, c, d]: readonly Uint8Array[],
  {rows, drawn}: Bag,
  begin: number,
  end: number
): void {
  const packed = PACKED;
  for (let i = begin; i < end; i++) {
    const row = rows[i];
    const sum = packed[drawn[row]];
    const inA = a[row];
    const inB = 256 + b[row];
    const inC = 512 + c[row];
    const inD = 768 + d[row];
    sums[inA] += sum;
    sums[inB] += sum;
    sums[inC] += sum;
    sums[inD] += sum;
    touched[inA >> 5] |= 1 << inA;
    touched[inB >> 5] |= 1 << inB;
    touched[inC >> 5] |= 1 << inC;
    touched[inD >> 5] |= 1 << inD;
  }
}

/**
 * Moves the sums of one of the four columns into `codes` and `ofCodes`, leaving zeros.
 *
 * @param column 0 .. 3
 * @returns how many codes there are
 */
export function takeCodes({sums, touched, codes, ofCodes}: CodeSums, column: number): number {
  let count = 0;
  for (let word = 8 * column; word < 8 * column + 8; word++) {
    let bits = touched[word];
    touched[word] = 0;
    while (bits !== 0) {
      const lowest = bits & -bits;
      const at = 32 * word + 31 - Math.clz32(lowest);
      bits ^= lowest;
      codes[count] = at; // modulo 256
      ofCodes[count++] = sums[at];
      sums[at] = 0;
    }
  }
  return count;
}
