import {Matrix} from "ml-matrix";
import type {Features} from "ml-logistic-regression";

/**
 * The two products gradient steps are made of, X w and Xᵀ r, over rows × columns in one array.
 *
 * ml-matrix keeps an array a row and copies X whenever it is transposed, which is five times as slow.
 *
 * @param values rows × columns values, row by row
 * @param columns at least 1
 */
export function designMatrix(values: Float64Array, columns: number): Features {
  const rows = values.length / columns;
  return {
    columns,
    mmul(weights: Matrix) {
      const w = Float64Array.from(weights.to1DArray());
      const product = new Float64Array(rows);
      for (let i = 0, at = 0; i < rows; i++) {
        let sum = 0;
        for (let j = 0; j < columns; j++, at++) sum += values[at] * w[j];
        product[i] = sum;
      }
      return {to1DArray: () => product};
    },
    transpose: () => ({
      mmul(residuals: Matrix) {
        const sums = new Float64Array(columns);
        for (let i = 0, at = 0; i < rows; i++) {
          const residual = residuals.get(i, 0);
          for (let j = 0; j < columns; j++, at++) sums[j] += values[at] * residual;
        }
        return Matrix.columnVector(sums);
      }
    })
  };
}
