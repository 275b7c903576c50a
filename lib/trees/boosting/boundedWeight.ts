/** Newton step −G/H of a node, kept within bounds; `hessian` includes the penalty λ. */
export function boundedWeight(gradient: number, hessian: number, lower: number, upper: number): number {
  return Math.min(Math.max(-gradient / hessian, lower), upper);
}
