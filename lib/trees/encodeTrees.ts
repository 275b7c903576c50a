import {
  binary,
  columnFromArray,
  float32,
  float64,
  int32,
  list,
  tableFromColumns,
  tableToIPC,
  uint16,
  uint8,
  utf8
} from "@uwdata/flechette";
import {breadthFirst} from "./breadthFirst.js";
import type {TreeEnsemble} from "./types.js";

/**
 * Packs an ensemble for the page: an Arrow IPC stream of one row, to be served compressed.
 *
 * Nodes stand breadth first, so that which of them are leaves tells all children. Thresholds become places in a
 * table of the distinct ones of their feature. Float32 values of leaves are split into their four bytes, all lowest
 * bytes first: bytes of one significance compress better together, most of all those that roundTrees made 0. Left out are covers of inner nodes, which are sums
 * of their leaves', and gains.
 *
 * | column | holds |
 * | --- | --- |
 * | format | "trackoracle-trees-wire/1" |
 * | features, baseMargin | as in TreeEnsemble |
 * | nodes | number of nodes, one a tree |
 * | split | one a node: 0 at a leaf, else 1 + 2 feature + defaultLeft |
 * | threshold | one an inner node: place in its feature's table |
 * | tables, tableSizes | distinct thresholds, ascending, feature after feature; their number a feature |
 * | value, cover | four bytes a leaf |
 */
export function encodeTrees(ensemble: TreeEnsemble): Uint8Array {
  const e = breadthFirst(ensemble);
  const nodes = e.left.length;
  const inner = Int32Array.from(e.left.keys()).filter((i) => e.left[i] >= 0);
  const leaves = Int32Array.from(e.left.keys()).filter((i) => e.left[i] < 0);

  const tables = e.features.map((_, j) => {
    const ofFeature = inner.filter((i) => e.feature[i] === j);
    return Float32Array.from(new Set(Array.from(ofFeature, (i) => e.threshold[i]))).sort();
  });
  const places = tables.map((table) => new Map(Array.from(table, (threshold, place) => [threshold, place])));
  const threshold = Array.from(inner, (i) => places[e.feature[i]].get(e.threshold[i])!);
  const split = Array.from({length: nodes}, (_, i) => (e.left[i] < 0 ? 0 : 1 + 2 * e.feature[i] + e.defaultLeft[i]));
  const largest = tables.reduce((most, table) => Math.max(most, table.length), 0);

  const table = tableFromColumns({
    format: columnFromArray(["trackoracle-trees-wire/1"], utf8()),
    features: columnFromArray([e.features], list(utf8())),
    baseMargin: columnFromArray([e.baseMargin], float64()),
    nodes: columnFromArray([e.starts.subarray(1).map((end, t) => end - e.starts[t])], list(int32())),
    split: columnFromArray([split], list(e.features.length < 127 ? uint8() : uint16())),
    threshold: columnFromArray([threshold], list(largest <= 256 ? uint8() : largest <= 65536 ? uint16() : int32())),
    tables: columnFromArray([tables.flatMap((values) => [...values])], list(float32())),
    tableSizes: columnFromArray([tables.map((values) => values.length)], list(int32())),
    value: columnFromArray([bytePlanes(Float32Array.from(leaves, (i) => e.value[i]))], binary()),
    cover: columnFromArray([bytePlanes(Float32Array.from(leaves, (i) => e.cover[i]))], binary())
  });
  return tableToIPC(table, {format: "stream"})!;
}

/** Lowest bytes of all values, then the next higher ones, ... */
function bytePlanes(values: Float32Array): Uint8Array {
  const bits = new Uint32Array(values.buffer, values.byteOffset, values.length);
  const planes = new Uint8Array(4 * values.length);
  for (let i = 0; i < values.length; i++) {
    for (let b = 0; b < 4; b++) planes[b * values.length + i] = bits[i] >>> (8 * b);
  }
  return planes;
}
