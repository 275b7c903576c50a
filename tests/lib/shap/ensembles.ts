import fc from "fast-check";
import type {Columns} from "../../../lib/columns.js";
import type {TreeEnsemble} from "../../../lib/trees/types.js";

/** A tree as tests write it; `cover` of a split is the sum over its leaves. */
export type Nested =
  | {value: number; cover: number}
  | {feature: number; threshold: number; defaultLeft: boolean; left: Nested; right: Nested};

/** Flattens nested trees into an ensemble over features f0, f1, ... */
export function ensembleOf(features: number, trees: Nested[], baseMargin = 0): TreeEnsemble {
  const starts = [0];
  const nodes: {nested: Nested; left: number; right: number; cover: number}[] = [];
  const add = (nested: Nested): number => {
    const node = {nested, left: -1, right: -1, cover: 0};
    const at = nodes.push(node) - 1;
    if ("value" in nested) node.cover = nested.cover;
    else {
      node.left = add(nested.left);
      node.right = add(nested.right);
      node.cover = nodes[node.left].cover + nodes[node.right].cover;
    }
    return at;
  };
  for (const tree of trees) {
    add(tree);
    starts.push(nodes.length);
  }
  const each = (of: (nested: Exclude<Nested, {value: number}>) => number, leaf: number) =>
    nodes.map(({nested}) => ("value" in nested ? leaf : of(nested)));
  return {
    format: "trackoracle-trees/1",
    features: Array.from({length: features}, (_, j) => `f${j}`),
    baseMargin,
    starts: Int32Array.from(starts),
    feature: Int16Array.from(each(({feature}) => feature, -1)),
    threshold: Float32Array.from(each(({threshold}) => threshold, 0)),
    left: Int32Array.from(nodes, ({left}) => left),
    right: Int32Array.from(nodes, ({right}) => right),
    defaultLeft: Uint8Array.from(each(({defaultLeft}) => Number(defaultLeft), 0)),
    value: Float32Array.from(nodes, ({nested}) => ("value" in nested ? nested.value : 0)),
    cover: Float32Array.from(nodes, ({cover}) => cover),
    gain: new Float32Array(nodes.length)
  };
}

/** Random trees: few features, so that paths repeat them; a fifth of the leaves without training rows. */
export function anyTree(features: number, maxDepth: number): fc.Arbitrary<Nested> {
  const leaf = fc.record({
    value: fc.double({min: -2, max: 2, noNaN: true}),
    cover: fc.oneof(
      {weight: 4, arbitrary: fc.double({min: 0.01, max: 9, noNaN: true})},
      {weight: 1, arbitrary: fc.constant(0)}
    )
  });
  return fc.letrec<{tree: Nested}>((tie) => ({
    tree: fc.oneof(
      {maxDepth, depthIdentifier: "tree"},
      {weight: 1, arbitrary: leaf},
      {
        weight: 4,
        arbitrary: fc.record({
          feature: fc.nat(features - 1),
          threshold: fc.constantFrom(-1, -0.5, 0, 0.5, 1),
          defaultLeft: fc.boolean(),
          left: tie("tree"),
          right: tie("tree")
        })
      }
    )
  })).tree;
}

/** Random ensembles of up to six trees over 1 to `maxFeatures` features. */
export function anyEnsemble({maxFeatures = 6, maxDepth = 5} = {}): fc.Arbitrary<TreeEnsemble> {
  return fc
    .integer({min: 1, max: maxFeatures})
    .chain((features) =>
      fc
        .tuple(fc.array(anyTree(features, maxDepth), {minLength: 1, maxLength: 6}), fc.constantFrom(0, -0.7, 1.25))
        .map(([trees, baseMargin]) => ensembleOf(features, trees, baseMargin))
    );
}

/** Random values around the thresholds of `anyTree`, some exactly on them, some missing, some infinite. */
export const anyValue: fc.Arbitrary<number> = fc.oneof(
  {weight: 6, arbitrary: fc.constantFrom(-1.5, -1, -0.75, -0.5, 0, 0.25, 0.5, 1, 2)},
  {weight: 2, arbitrary: fc.constant(NaN)},
  {weight: 1, arbitrary: fc.constantFrom(Infinity, -Infinity)}
);

/** Random rows for an ensemble. */
export function anyRows(ensemble: TreeEnsemble, {minLength = 1, maxLength = 4} = {}): fc.Arbitrary<number[][]> {
  const width = ensemble.features.length;
  return fc.array(fc.array(anyValue, {minLength: width, maxLength: width}), {minLength, maxLength});
}

/** An ensemble and rows for it. */
export const anyCase = fc
  .tuple(anyEnsemble())
  .chain(([ensemble]) => fc.record({ensemble: fc.constant(ensemble), rows: anyRows(ensemble)}));

/** Rows as columns. */
export function columnsOf(names: readonly string[], rows: number[][]): Columns {
  return {names, columns: names.map((_, j) => Float32Array.from(rows, (row) => row[j])), length: rows.length};
}

/** The largest difference between two lists; Infinity where one holds NaN or the lengths differ. */
export function farthest(a: ArrayLike<number>, b: ArrayLike<number>): number {
  if (a.length !== b.length) return Infinity;
  let worst = 0;
  for (let i = 0; i < a.length; i++) {
    const gap = Math.abs(a[i] - b[i]);
    worst = Math.max(worst, Number.isNaN(gap) ? Infinity : gap);
  }
  return worst;
}
