/** One tree as it grows: nodes in the order of their making, siblings side by side. */
export interface GrownTree {
  nodes: number;
  levels: number; // splits on the longest path
  readonly column: Int32Array; // of the bin matrix; 0 at a leaf
  readonly from: Uint8Array; // code counted as 0 there
  readonly last: Uint8Array; // greatest code, so counted, that goes left; 255 at a leaf
  readonly missingLeft: Uint8Array; // 1: missing goes left
  readonly next: Int32Array; // left child; a leaf names itself
  readonly value: Float32Array;
  readonly cover: Float32Array; // of an inner node: the float32 sum of its children's
  readonly gain: Float64Array;
  readonly lower: Float64Array; // what monotone columns leave to the weights below the node, before the learning rate
  readonly upper: Float64Array;
  readonly begin: Int32Array; // a leaf's sampled rows
  readonly end: Int32Array;
}

/** Room for a tree of that many nodes. */
export function grownTree(nodes: number): GrownTree {
  return {
    nodes: 0,
    levels: 0,
    column: new Int32Array(nodes),
    from: new Uint8Array(nodes),
    last: new Uint8Array(nodes),
    missingLeft: new Uint8Array(nodes),
    next: new Int32Array(nodes),
    value: new Float32Array(nodes),
    cover: new Float32Array(nodes),
    gain: new Float64Array(nodes),
    lower: new Float64Array(nodes),
    upper: new Float64Array(nodes),
    begin: new Int32Array(nodes),
    end: new Int32Array(nodes)
  };
}
