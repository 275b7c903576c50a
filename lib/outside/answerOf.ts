import type {AskedFeature} from "./OutsideData.js";

/**
 * The answer that covers a value: each covers what lies from its lower edge up to the next, which is not included; the
 * outermost answers cover all beyond their edge.
 *
 * @param value of the feature; NaN is unknown
 * @returns the answer's place; -1 where the value is unknown
 */
export function answerOf({edges}: Pick<AskedFeature, "edges">, value: number): number {
  if (Number.isNaN(value)) return -1;
  const inner = edges.slice(1, -1);
  const above = inner.filter((edge) => value >= edge).length;
  return edges[0] < edges[edges.length - 1] ? above : inner.length - above;
}

/** The values that an answer covers: from the first on, up to the second, which is not included. */
export function answerRange({edges}: Pick<AskedFeature, "edges">, answer: number): readonly [from: number, to: number] {
  const [from, to] = [edges[answer], edges[answer + 1]].sort((a, b) => a - b);
  const [least, most] = [Math.min(...edges), Math.max(...edges)];
  return [from === least ? -Infinity : from, to === most ? Infinity : to];
}
