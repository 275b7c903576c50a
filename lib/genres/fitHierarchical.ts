import {CannotFit} from "../CannotFit.js";
import {curvature} from "./curvature.js";
import {rowsOfGenres} from "./rowsOfGenres.js";
import {shrinkGroups, type Shrunk} from "./shrinkGroups.js";
import type {Design, HierarchicalFit} from "./types.js";

export interface HierarchicalOptions {
  readonly weight?: Float64Array; // of each row, above 0; 1 if not given
  readonly spread?: Float64Array; // of each coefficient over groups, where it is known: then it is not estimated
  readonly rounds?: number; // at most
}

const ROUNDS = 40;
const INNER = 8; // steps of the variances for each expansion of the likelihoods
const CLOSE = 1e-4; // log-odds: a round that moves no coefficient farther is the last
const LEAST = 1e-6; // variance over groups; at 0 there would be nothing to divide by
const START = 0.25;

/**
 * Logistic regressions of groups that borrow strength: empirical Bayes.
 *
 * β_g ~ N(μ, diag(τ²)) for each group's coefficients, logit P(y = 1) = z β_g. Each round replaces every group's
 * log-likelihood by its parabola at the last β_g (penalised quasi-likelihood), finds μ and all β_g exactly for that,
 * and τ²_j as the mean over groups of (β_gj − μ_j)² + Var(β_gj | y) (EM). A large group keeps its own fit, a group
 * without rows is given μ, and where groups do not differ all are given μ. Groups with one label alone are no trouble.
 *
 * @param design n rows; z is a row
 * @param y outcomes, n values, each 0 or 1
 * @param group number of each row's group, 0 .. groups - 1
 * @param groups how many there are, with rows or without
 * @throws RangeError if lengths differ; CannotFit if the rows do not hold both labels
 * @see Breslow and Clayton 1993, Journal of the American Statistical Association 88(421); the variances: Laird and
 *   Ware 1982, Biometrics 38(4)
 */
export function fitHierarchical(
  design: Design,
  y: Uint8Array,
  group: Int32Array,
  groups: number,
  options: HierarchicalOptions = {}
): HierarchicalFit {
  const {width} = design;
  const {weight = new Float64Array(y.length).fill(1), spread, rounds: most = ROUNDS} = options;
  if (design.values.length !== y.length * width || group.length !== y.length || weight.length !== y.length) {
    throw new RangeError(
      `fitHierarchical requires equal lengths; got design ${design.values.length / width}, y ${y.length}, group ${group.length}, weight ${weight.length}`
    );
  }
  const hits = y.reduce((sum, label) => sum + label, 0);
  if (hits === 0 || hits === y.length) {
    throw new CannotFit(`fitHierarchical requires both labels; got ${hits} ones in ${y.length} rows`);
  }
  const rowsOf = rowsOfGenres(group, groups);
  const tau2 = spread ? spread.map((value) => Math.max(LEAST, value ** 2)) : new Float64Array(width).fill(START);
  let effect: Float64Array = new Float64Array(groups * width);
  for (let round = 1; ; round++) {
    const curvatures = rowsOf.map((rows, g) =>
      curvature(design, y, weight, rows, effect.subarray(g * width, (g + 1) * width))
    );
    let shrunk = shrinkGroups(curvatures, tau2);
    for (let step = 0; !spread && step < INNER; step++) {
      spreadOf(shrunk, tau2);
      shrunk = shrinkGroups(curvatures, tau2);
    }
    let moved = 0;
    for (let i = 0; i < effect.length; i++) moved = Math.max(moved, Math.abs(shrunk.effect[i] - effect[i]));
    effect = shrunk.effect;
    if (moved > CLOSE && round < most) continue;
    return {
      width,
      mean: shrunk.mean,
      meanError: shrunk.mean.map((_, j) => Math.sqrt(shrunk.meanCovariance[j * width + j])),
      spread: tau2.map(Math.sqrt),
      effect,
      error: shrunk.variance.map(Math.sqrt),
      rounds: round
    };
  }
}

/** The variances over groups that what is believed of the groups speaks for; overwrites them. */
function spreadOf({mean, effect, variance}: Shrunk, tau2: Float64Array): void {
  const width = tau2.length;
  const groups = effect.length / width;
  tau2.fill(0);
  for (let i = 0; i < effect.length; i++)
    tau2[i % width] += ((effect[i] - mean[i % width]) ** 2 + variance[i]) / groups;
  for (let j = 0; j < width; j++) tau2[j] = Math.max(LEAST, tau2[j]);
}
