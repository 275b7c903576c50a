import {tableFromIPC} from "@uwdata/flechette";
import {leafEnsemble} from "./leafEnsemble.js";
import type {TreeEnsemble} from "./types.js";

/**
 * Reads what encodeTrees wrote.
 *
 * Features, thresholds, default directions and leaves are the same to the bit. Covers of inner nodes are float32 sums
 * of their children's, which is what fitBoosted stores; gains are 0, as they are not shipped; nodes stand breadth
 * first.
 *
 * @throws RangeError if the bytes are anything else
 */
export function decodeTrees(bytes: Uint8Array): TreeEnsemble {
  const wire = readRow(bytes);
  const need = (holds: boolean, what: string) => {
    if (!holds) throw new RangeError(`decodeTrees requires bytes of encodeTrees; got ${what}`);
  };
  need(wire.format === "trackoracle-trees-wire/1", `format ${String(wire.format)}`);
  const features = [...(wire.features as Iterable<string>)];
  const split = wire.split as ArrayLike<number>;
  const sizes = wire.tableSizes as ArrayLike<number>;
  const tables = wire.tables as ArrayLike<number>;
  const threshold = wire.threshold as ArrayLike<number>;
  const starts = startsOf(wire.nodes as ArrayLike<number>);
  const tableStarts = startsOf(sizes);
  const nodes = split.length;
  const value = floats(wire.value as Uint8Array);
  const cover = floats(wire.cover as Uint8Array);
  need(Number.isFinite(wire.baseMargin), `baseMargin ${String(wire.baseMargin)}`);
  need(sizes.length === features.length, `${sizes.length} tables for ${features.length} features`);
  need(tableStarts[sizes.length] === tables.length, "tables of another size");
  need(starts[starts.length - 1] === nodes, `${nodes} nodes`);
  need(value.length === cover.length && value.length + threshold.length === nodes, `${value.length} leaves`);

  const trees = leafEnsemble(features, wire.baseMargin as number, starts);
  let leaf = 0;
  let inner = 0;
  for (let t = 0; t + 1 < starts.length; t++) {
    let next = starts[t] + 1; // the next node that has no parent yet
    for (let i = starts[t]; i < starts[t + 1]; i++) {
      need(i < next, `tree ${t} in pieces`);
      if (split[i] === 0) {
        trees.value[i] = value[leaf];
        trees.cover[i] = cover[leaf++];
        continue;
      }
      const feature = (split[i] - 1) >> 1;
      const place = threshold[inner++];
      need(feature >= 0 && feature < features.length, `feature ${feature} of ${features.length}`);
      need(place < sizes[feature], `threshold ${place} of ${sizes[feature]}`);
      trees.feature[i] = feature;
      trees.threshold[i] = tables[tableStarts[feature] + place];
      trees.defaultLeft[i] = (split[i] - 1) & 1;
      trees.left[i] = next++;
      trees.right[i] = next++;
    }
    need(next === starts[t + 1], `tree ${t} in pieces`);
    for (let i = starts[t + 1] - 1; i >= starts[t]; i--) {
      if (trees.left[i] >= 0) trees.cover[i] = trees.cover[trees.left[i]] + trees.cover[trees.right[i]];
    }
  }
  return trees;
}

function readRow(bytes: Uint8Array): Record<string, unknown> {
  try {
    const table = tableFromIPC(bytes);
    const row: Record<string, unknown> = {};
    for (const name of table.names) row[name] = table.getChild(name).at(0);
    for (const name of ["features", "nodes", "split", "threshold", "tables", "tableSizes", "value", "cover"]) {
      if (typeof (row[name] as ArrayLike<unknown>).length !== "number") throw new TypeError(`no list ${name}`);
    }
    return row;
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

/** Float32 values from their lowest bytes, next higher bytes, ... */
function floats(planes: Uint8Array): Float32Array {
  const n = planes.length >> 2;
  const bits = new Uint32Array(n);
  for (let i = 0; i < n; i++) {
    bits[i] = planes[i] | (planes[n + i] << 8) | (planes[2 * n + i] << 16) | (planes[3 * n + i] << 24);
  }
  return new Float32Array(bits.buffer);
}
