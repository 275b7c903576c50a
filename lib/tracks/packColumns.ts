import {binary, columnFromArray, float32, float64, int32, list, utf8, type Column} from "@uwdata/flechette";
import {bytePlanes} from "../bytePlanes.js";
import type {Columns} from "../columns.js";

/** Steps a unit that are tried: values as published have few decimal digits. */
const STEPS = [1, 10, 100, 1e3, 1e4, 1e5, 1e6];

/** A column as whole numbers: 0 where a value is missing. */
interface Coded {
  readonly codes: Uint32Array;
  readonly stepsPerUnit: number; // 0 where the codes are places in the table
  readonly from: number; // code 1 is this many steps
  readonly table: Float32Array;
}

/**
 * Packs columns exactly, to the bit, as columns of an Arrow table of one row, to be served compressed.
 *
 * A column becomes whole numbers: steps of a decimal fraction where its values are such, or places in the table of its
 * distinct values; whichever has less to tell. These are split into bytes: see bytePlanes.
 *
 * | column | holds |
 * | --- | --- |
 * | names, rows | of the columns, and how many values each has |
 * | stepsPerUnit | one a column: a value is (from + code − 1) / stepsPerUnit as float32; 0: it is table[code − 1] |
 * | from | one a column |
 * | tables, tableSizes | distinct values, ascending, column after column; their number a column |
 * | bytes | of a code, one a column |
 * | codes | bytes of the codes, column after column; code 0 is a missing value |
 */
export function packColumns({names, columns, length}: Columns): Record<string, Column<unknown>> {
  const coded = columns.map((column) => {
    const table = inTable(column);
    const steps = inSteps(column);
    return steps && size(steps) <= size(table) ? steps : table;
  });
  return {
    names: columnFromArray([names], list(utf8())),
    rows: columnFromArray([length], int32()),
    stepsPerUnit: columnFromArray([coded.map(({stepsPerUnit}) => stepsPerUnit)], list(float64())),
    from: columnFromArray([coded.map(({from}) => from)], list(float64())),
    tables: columnFromArray([coded.flatMap(({table}) => [...table])], list(float32())),
    tableSizes: columnFromArray([coded.map(({table}) => table.length)], list(int32())),
    bytes: columnFromArray([coded.map(bytesOf)], list(int32())),
    codes: columnFromArray([joined(coded.map(planesOf))], binary())
  };
}

function inSteps(column: Float32Array): Coded | null {
  const known = column.filter((value) => !Number.isNaN(value));
  const stepsPerUnit = STEPS.find((k) => known.every((x) => Object.is(Math.fround((Math.round(x * k) + 0) / k), x)));
  if (stepsPerUnit === undefined) return null;
  const steps = Float64Array.from(column, (value) => Math.round(value * stepsPerUnit));
  const from = steps.reduce((least, step) => (step < least ? step : least), Infinity);
  const to = steps.reduce((most, step) => (step > most ? step : most), -Infinity);
  if (!(to - from < 2 ** 32 - 1)) return null; // nor where no value is known
  const codes = Uint32Array.from(steps, (step) => (Number.isNaN(step) ? 0 : step - from + 1));
  return {codes, stepsPerUnit, from, table: new Float32Array()};
}

function inTable(column: Float32Array): Coded {
  const bits = new Uint32Array(column.slice().buffer); // which tell −0 from 0
  const distinct = Uint32Array.from(new Set(bits.filter((_, i) => !Number.isNaN(column[i]))));
  const table = new Float32Array(distinct.buffer).sort();
  const places = new Map(Array.from(new Uint32Array(table.buffer), (value, place) => [value, place + 1]));
  return {codes: bits.map((value) => places.get(value) ?? 0), stepsPerUnit: 0, from: 0, table};
}

const bytesOf = ({codes}: Coded) => {
  const most = codes.reduce((a, b) => Math.max(a, b), 0);
  return most < 2 ** 8 ? 1 : most < 2 ** 16 ? 2 : most < 2 ** 24 ? 3 : 4;
};

const planesOf = (coded: Coded) => bytePlanes(coded.codes, bytesOf(coded));

/** Bits to be expected of a column once it is compressed: the entropy of its bytes, place by place, and its table. */
function size(coded: Coded): number {
  const n = coded.codes.length;
  const planes = planesOf(coded);
  let bits = 32 * coded.table.length;
  for (let start = 0; start < planes.length; start += n) {
    const counts = new Float64Array(256);
    for (const byte of planes.subarray(start, start + n)) counts[byte]++;
    for (const count of counts) if (count > 0) bits -= count * Math.log2(count / n);
  }
  return bits;
}

function joined(parts: readonly Uint8Array[]): Uint8Array {
  const whole = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}
