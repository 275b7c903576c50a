/** A hessian of 1 counts 2^27 in a packed sum, a gradient of 1 counts 1: a double holds both exactly. */
export const HESSIAN_UNIT = 134217728;

const REACH = 67108864; // 2^26: what neither of the two sums may pass

/** How gradients and hessians became the whole numbers of a packed sum, and what they sum to. */
export interface Packing {
  readonly gradient: number; // whole numbers a unit of gradient
  readonly hessian: number; // whole numbers a unit of hessian
  readonly total: number; // packed sum of all sampled rows
}

/**
 * Packs each row's gradient and hessian into one double, so that a row enters a histogram bin by one addition.
 *
 * Both become whole numbers (the gradient rounded, the hessian rounded down, so that no child is lighter than it
 * seems), scaled so that neither sum over the sampled rows passes 2^26: eleven bits a row at 33,000 rows, four at
 * four million. Sums of packed values are exact in any order, so parent minus child is exact too.
 *
 * @param sums receives one packed value a sampled row
 * @param gradient first derivatives of the loss
 * @param hessian second derivatives, not negative
 * @param rows row numbers; the first `size` are the sampled rows
 * @param size at most 2^24
 * @see Shi et al. 2022, Quantized Training of Gradient Boosting Decision Trees
 */
export function packGradients(
  sums: Float64Array,
  gradient: Float64Array,
  hessian: Float64Array,
  rows: Int32Array,
  size: number
): Packing {
  let gradients = 1e-30;
  let hessians = 1e-30;
  for (let i = 0; i < size; i++) {
    gradients += Math.abs(gradient[rows[i]]);
    hessians += hessian[rows[i]];
  }
  const unit = HESSIAN_UNIT;
  const g = (REACH - size) / gradients;
  const h = (REACH - size) / hessians;
  let total = 0;
  for (let i = 0; i < size; i++) {
    const row = rows[i];
    const sum = Math.floor(hessian[row] * h) * unit + Math.floor(gradient[row] * g + 0.5);
    sums[row] = sum;
    total += sum;
  }
  return {gradient: g, hessian: h, total};
}
