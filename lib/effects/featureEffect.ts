import {mean} from "d3-array";
import {checkColumns} from "../checkColumns.js";
import {selectColumns, type Columns} from "../columns.js";
import {interpolate} from "../glassbox/interpolate.js";
import {knotPosition} from "../glassbox/knotPosition.js";
import type {FeatureEffect} from "../wire/ExplainData.js";
import {accumulateEffects} from "./accumulateEffects.js";
import {companion} from "./companion.js";
import {effectGrid} from "./effectGrid.js";
import {predictCopies, type Predict} from "./predictCopies.js";

export interface EffectOptions {
  readonly iceRows?: readonly number[]; // rows of X whose own curves are wanted
}

/**
 * How a model's probability goes with one feature, by partial dependence and by accumulated local effects.
 *
 * PDP(x) = (1/n) Σᵢ p(row i with the feature set to x); a row's own curve is p(row i with the feature set to x) (ICE).
 * PDP asks about all rows, missing values included, at all x, however odd the track that makes; ALE only about known
 * values next to a row's own. ALE is moved so that its mean over the rows with a known value is the mean of p over all
 * rows. Means of curves over rows run straight between x and level beyond the ends. `share` is of the rows whose value
 * is known; halfway counts for the larger x. `parting` is taken at the x between the 1 % and the 99 % quantile.
 *
 * @param predict any model: probabilities of 1, one a row
 * @param X n rows; NaN is missing
 * @param name of the feature, a column of X
 * @returns null where the feature has fewer than two known values
 * @throws RangeError as checkColumns, and if n is 0, there is no such feature, no such row, or not a probability a row
 * @see Friedman 2001, Annals of Statistics 29(5), 8.2 (partial dependence); Goldstein et al. 2015, Journal of
 *   Computational and Graphical Statistics 24(1) (ICE); accumulateEffects
 */
export function featureEffect(
  predict: Predict,
  X: Columns,
  name: string,
  {iceRows = []}: EffectOptions = {}
): FeatureEffect | null {
  checkColumns("featureEffect", X);
  if (X.length === 0) throw new RangeError("featureEffect requires at least one row; got none");
  const noRow = iceRows.find((row) => !Number.isInteger(row) || row < 0 || row >= X.length);
  if (noRow !== undefined) throw new RangeError(`featureEffect requires rows below ${X.length}; got ${noRow}`);
  const [column] = selectColumns(X, [name]).columns;
  const {x, levels} = effectGrid(column);
  if (x.length < 2) return null;

  const [asIs, ...curves] = predictCopies(predict, X, [{}, ...x.map((value) => ({[name]: value}))]);
  const positions = Float64Array.from(column, (value) => knotPosition(x, value));
  const known = positions.filter((position) => position < x.length).sort();
  const share = x.map(() => 0);
  known.forEach((position) => (share[Math.round(position)] += 1 / known.length));

  const meanOverRows = (curve: readonly number[]) => mean(known, (position) => interpolate(curve, position))!;
  const pdp = curves.map((p) => mean(p)!);
  const local = accumulateEffects(curves, positions, levels);
  const rise = mean(asIs)! - meanOverRows(local);
  const ale = local.map((value) => value + rise);
  const apart = meanOverRows(pdp) - mean(asIs)!;
  const [first, last] = [0.01, 0.99].map((share) => known[Math.round(share * (known.length - 1))]);
  const partings = pdp.map((value, k) => (k < first || k > last ? 0 : Math.abs(value - ale[k] - apart)));

  const {companion: other, correlation} = companion(X, name);
  return {
    feature: name,
    levels,
    x,
    share,
    pdp,
    ale,
    ice: iceRows.map((row) => curves.map((p) => p[row])),
    parting: Math.max(...partings),
    companion: other,
    companionCorrelation: correlation
  };
}
