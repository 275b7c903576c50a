import {readFileSync} from "node:fs";
import {join} from "node:path";

/**
 * Reads what tests/bench/boosted.ts wrote: about.json {names, train, test, params, rounds} and train.f32, test.f32
 * (column by column), train.u8 (labels).
 *
 * @returns settings and, row by row, the values: NaN is missing
 */
export function readSplit(folder) {
  const about = JSON.parse(readFileSync(join(folder, "about.json"), "utf8"));
  const rowsOf = (part) => {
    const bytes = readFileSync(join(folder, `${part}.f32`));
    const values = new Float32Array(bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.length));
    const n = about[part];
    return Array.from({length: n}, (_, i) => about.names.map((_, j) => values[j * n + i]));
  };
  return {...about, train: rowsOf("train"), test: rowsOf("test"), y: [...readFileSync(join(folder, "train.u8"))]};
}
