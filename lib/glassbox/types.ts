/**
 * An additive model of log-odds whose every part can be drawn: a curve a feature, and a few surfaces of two features.
 *
 * margin = interceptLogOdds + Σⱼ fⱼ(xⱼ) + Σ f_jk(xⱼ, x_k)
 *
 * Curves and surfaces have mean 0 over the training rows, and no surface holds what a curve could say: averaged over
 * either feature alone it is constant. So fⱼ(xⱼ) plus half of j's surfaces is the feature's interventional SHAP value,
 * and the intercept is its base.
 */
export interface Glassbox {
  readonly format: "trackoracle-glassbox/1"; // bump when an old reader would misread it
  readonly features: readonly string[]; // column order of X
  readonly interceptLogOdds: number; // mean margin of the training rows
  readonly shapes: readonly Shape[]; // one a feature
  readonly surfaces: readonly Surface[]; // may be none
}

/** A curve: straight lines between knots, constant beyond the outer ones. */
export interface Shape {
  readonly knots: readonly number[]; // ascending, in the feature's own unit; none if no value was known
  readonly values: readonly number[]; // log-odds at each knot, then that of a missing value
}

/** A surface over the knots of two features: bilinear between knots, constant beyond the outer ones. */
export interface Surface {
  readonly features: readonly [number, number]; // indices into the model's features
  readonly knots: readonly [readonly number[], readonly number[]]; // some of those of the features' curves
  readonly values: readonly (readonly number[])[]; // log-odds, a row a knot of the first feature; last row and column: missing
}
