import {
  binary,
  columnFromArray,
  float64,
  int32,
  list,
  tableFromColumns,
  tableToIPC,
  uint16,
  uint8,
  utf8
} from "@uwdata/flechette";
import {bytePlanes} from "../bytePlanes.js";
import {takeValues} from "../columns.js";
import {breadthFirst} from "./breadthFirst.js";
import type {TreeEnsemble} from "./types.js";

/**
 * Packs ensembles for the page: an Arrow IPC stream of one row each, to be served compressed.
 *
 * Nodes stand breadth first, so that which of them are leaves tells all children. Thresholds, values of leaves and
 * covers become places in tables of the distinct ones; a coarse ensemble has few (see roundTrees), and places among few
 * compress well. Numbers are split into their bytes, all lowest bytes first: bytes of one significance compress better
 * together. Left out are covers of inner nodes, which are sums of their leaves', and gains.
 *
 * | column | holds |
 * | --- | --- |
 * | format | "trackoracle-trees-wire/2" |
 * | features, baseMargin | as in TreeEnsemble |
 * | nodes | number of nodes, one a tree |
 * | split | one a node: 0 at a leaf, else 1 + 2 feature + defaultLeft |
 * | tables, tableSizes | distinct float32 values, ascending: a table of thresholds a feature, one of values, one of covers; their sizes |
 * | threshold | places in its feature's table, one an inner node, feature after feature |
 * | value, cover | places in their tables, one a leaf |
 */
export function encodeTrees(...ensembles: readonly TreeEnsemble[]): Uint8Array {
  const rows = ensembles.map(wireOf);
  const column = <K extends keyof Wire>(name: K) => rows.map((row) => row[name]);
  const isWide = rows.some(({features}) => features.length >= 127);
  const table = tableFromColumns({
    format: columnFromArray(column("format"), utf8()),
    features: columnFromArray(column("features"), list(utf8())),
    baseMargin: columnFromArray(column("baseMargin"), float64()),
    nodes: columnFromArray(column("nodes"), list(int32())),
    split: columnFromArray(column("split"), list(isWide ? uint16() : uint8())),
    tables: columnFromArray(column("tables"), binary()),
    tableSizes: columnFromArray(column("tableSizes"), list(int32())),
    threshold: columnFromArray(column("threshold"), binary()),
    value: columnFromArray(column("value"), binary()),
    cover: columnFromArray(column("cover"), binary())
  });
  return tableToIPC(table, {format: "stream"})!;
}

type Wire = ReturnType<typeof wireOf>;

/** One ensemble as a row. */
function wireOf(ensemble: TreeEnsemble) {
  const e = breadthFirst(ensemble);
  const nodes = Int32Array.from(e.left.keys());
  const leaves = nodes.filter((i) => e.left[i] < 0);
  const thresholds = e.features.map((_, j) => distinct(takeValues(e.threshold, nodes.filter((i) => e.feature[i] === j)))); // prettier-ignore
  const value = distinct(takeValues(e.value, leaves));
  const cover = distinct(takeValues(e.cover, leaves));
  const tables = [...thresholds, value, cover].map(({bits}) => bits);
  return {
    format: "trackoracle-trees-wire/2",
    features: e.features,
    baseMargin: e.baseMargin,
    nodes: e.starts.subarray(1).map((end, t) => end - e.starts[t]),
    split: Array.from(nodes, (i) => (e.left[i] < 0 ? 0 : 1 + 2 * e.feature[i] + e.defaultLeft[i])),
    tables: bytePlanes(Uint32Array.from(tables.flatMap((bits) => [...bits])), 4),
    tableSizes: tables.map((bits) => bits.length),
    threshold: placePlanes(thresholds),
    value: placePlanes([value]),
    cover: placePlanes([cover])
  };
}

interface Distinct {
  readonly bits: Uint32Array; // of the distinct values, which ascend
  readonly places: Uint32Array; // one a value
}

/** Values are told apart by their bits, so that −0 stays what it is. */
function distinct(values: Float32Array): Distinct {
  const words = new Uint32Array(values.buffer);
  const bits = new Uint32Array(new Float32Array(Uint32Array.from(new Set(words)).buffer).sort().buffer);
  const places = new Map(Array.from(bits, (word, place) => [word, place]));
  return {bits, places: words.map((word) => places.get(word)!)};
}

/** All places in as few bytes each as the largest takes. */
function placePlanes(columns: readonly Distinct[]): Uint8Array {
  const largest = Math.max(0, ...columns.map(({bits}) => bits.length - 1));
  const bytes = largest < 2 ** 8 ? 1 : largest < 2 ** 16 ? 2 : 3;
  return bytePlanes(Uint32Array.from(columns.flatMap(({places}) => [...places])), bytes);
}
