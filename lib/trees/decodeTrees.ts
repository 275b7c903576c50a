import {tableFromIPC} from "@uwdata/flechette";
import {joinPlanes} from "../bytePlanes.js";
import {leafEnsemble} from "./leafEnsemble.js";
import type {TreeEnsemble} from "./types.js";

/**
 * Reads the ensemble that encodeTrees wrote.
 *
 * Features, thresholds, default directions and leaves are the same to the bit. Covers of inner nodes are float32 sums
 * of their children's, which is what fitBoosted stores; gains are 0, as they are not shipped; nodes stand breadth
 * first.
 *
 * @throws RangeError if the bytes are anything else, or hold another number of ensembles
 */
export function decodeTrees(bytes: Uint8Array): TreeEnsemble {
  const ensembles = decodeEnsembles(bytes);
  if (ensembles.length !== 1) refuse(`${ensembles.length} ensembles where one was asked for`);
  return ensembles[0];
}

/**
 * Reads all the ensembles that encodeTrees wrote, in their order: see decodeTrees.
 *
 * @throws RangeError if the bytes are anything else
 */
export const decodeEnsembles = (bytes: Uint8Array): TreeEnsemble[] => readRows(bytes).map(ensembleOf);

function refuse(what: string): never {
  throw new RangeError(`decodeTrees requires bytes of encodeTrees; got ${what}`);
}

function ensembleOf(wire: Wire): TreeEnsemble {
  if (wire.format !== "trackoracle-trees-wire/2") refuse(`format ${String(wire.format)}`);
  const features = [...wire.features];
  const {baseMargin, split, tableSizes: sizes} = wire;
  const starts = startsOf(wire.nodes);
  const nodes = split.length;
  let leaves = 0;
  for (let i = 0; i < nodes; i++) if (split[i] === 0) leaves++;
  if (!Number.isFinite(baseMargin)) refuse(`baseMargin ${String(baseMargin)}`);
  if (starts[starts.length - 1] !== nodes) refuse(`${nodes} nodes`);
  if (sizes.length !== features.length + 2) refuse(`${sizes.length} tables for ${features.length} features`);
  const tableStarts = startsOf(sizes);
  const tables = new Float32Array(numbers("tables", wire.tables, tableStarts[sizes.length]).buffer);
  const threshold = numbers("threshold", wire.threshold, nodes - leaves);
  const value = numbers("value", wire.value, leaves);
  const cover = numbers("cover", wire.cover, leaves);
  const looked = (table: number, place: number) => {
    if (!(place < sizes[table])) refuse(`place ${place} in a table of ${sizes[table]}`);
    return tables[tableStarts[table] + place];
  };
  const ofFeature = new Int32Array(features.length);
  for (let i = 0; i < nodes; i++) if (split[i] > 0) ofFeature[(split[i] - 1) >> 1]++;
  const at = startsOf(ofFeature); // the next threshold of each feature

  const trees = leafEnsemble(features, baseMargin, starts);
  let leaf = 0;
  for (let t = 0; t + 1 < starts.length; t++) {
    let next = starts[t] + 1; // the next node that has no parent yet
    for (let i = starts[t]; i < starts[t + 1]; i++) {
      if (i >= next) refuse(`tree ${t} in pieces`);
      if (split[i] === 0) {
        trees.value[i] = looked(features.length, value[leaf]);
        trees.cover[i] = looked(features.length + 1, cover[leaf++]);
        continue;
      }
      const feature = (split[i] - 1) >> 1;
      if (feature >= features.length) refuse(`feature ${feature} of ${features.length}`);
      trees.feature[i] = feature;
      trees.threshold[i] = looked(feature, threshold[at[feature]++]);
      trees.defaultLeft[i] = (split[i] - 1) & 1;
      trees.left[i] = next++;
      trees.right[i] = next++;
    }
    if (next !== starts[t + 1]) refuse(`tree ${t} in pieces`);
    for (let i = starts[t + 1] - 1; i >= starts[t]; i--) {
      if (trees.left[i] >= 0) trees.cover[i] = trees.cover[trees.left[i]] + trees.cover[trees.right[i]];
    }
  }
  return trees;
}

/** A row of the table, so far as it was checked. */
interface Wire {
  readonly format: unknown;
  readonly baseMargin: number;
  readonly features: Iterable<string>;
  readonly nodes: ArrayLike<number>;
  readonly split: ArrayLike<number>;
  readonly tableSizes: ArrayLike<number>;
  readonly tables: Uint8Array;
  readonly threshold: Uint8Array;
  readonly value: Uint8Array;
  readonly cover: Uint8Array;
}

const LISTS = ["features", "nodes", "split", "tableSizes"];
const BYTES = ["tables", "threshold", "value", "cover"];

function readRows(bytes: Uint8Array): Wire[] {
  try {
    const table = tableFromIPC(bytes);
    return Array.from({length: table.numRows}, (_, i) => {
      const row = Object.fromEntries(table.names.map((name) => [name, table.getChild(name).at(i) as unknown]));
      for (const name of LISTS) {
        if (typeof (row[name] as ArrayLike<unknown>).length !== "number") throw new TypeError(`no list ${name}`);
      }
      for (const name of BYTES) if (!(row[name] instanceof Uint8Array)) throw new TypeError(`no bytes ${name}`);
      return row as unknown as Wire;
    });
  } catch (error) {
    throw new RangeError(`decodeTrees requires bytes of encodeTrees; got ${(error as Error).message}`, {cause: error});
  }
}

/** Where each part starts, given their sizes; the last value is where all end. */
function startsOf(sizes: ArrayLike<number>): Int32Array {
  const starts = new Int32Array(sizes.length + 1);
  for (let i = 0; i < sizes.length; i++) starts[i + 1] = starts[i] + sizes[i];
  return starts;
}

/** So many numbers from their lowest bytes, next higher bytes, ... */
function numbers(name: string, planes: Uint8Array, count: number): Uint32Array {
  const bytes = count === 0 ? 1 : planes.length / count;
  const isWhole = Number.isInteger(bytes) && bytes >= 1 && bytes <= 4 && planes.length === bytes * count;
  if (!isWhole) refuse(`${planes.length} bytes of ${name} for ${count}`);
  return joinPlanes(planes, bytes);
}
