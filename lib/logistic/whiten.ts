import {EigenvalueDecomposition, Matrix} from "ml-matrix";

/** Uncorrelated columns of variance 1 that span the same space as the columns given, the intercept's ones last. */
export interface Whitened {
  readonly values: Float64Array; // n × width, row by row
  readonly width: number;
  readonly rotation: Float64Array[]; // one array a whitened column: its mix of the columns given
}

/** Directions with less than this share of a column's variance are taken for rounding, not information. */
const LEAST_VARIANCE = 1e-9;

/**
 * Turns standardised columns into uncorrelated ones, along the eigenvectors of their correlation matrix.
 *
 * u = Z V Λ^(-1/2). A direction without variance (of constant or collinear columns) is left out, so that weights
 * rotated back are those of least norm.
 *
 * @param Z standardised columns of n values each, without missing ones; may be none
 * @param n number of rows
 */
export function whiten(Z: readonly Float64Array[], n: number): Whitened {
  const rotation = Z.length === 0 ? [] : rotationOf(Z, n);
  const width = rotation.length + 1;
  const values = new Float64Array(n * width).fill(1);
  rotation.forEach((mix, c) => {
    for (let i = 0; i < n; i++) {
      let sum = 0;
      for (let j = 0; j < Z.length; j++) sum += Z[j][i] * mix[j];
      values[i * width + c] = sum;
    }
  });
  return {values, width, rotation};
}

function rotationOf(Z: readonly Float64Array[], n: number): Float64Array[] {
  const correlation = Matrix.zeros(Z.length, Z.length);
  for (let j = 0; j < Z.length; j++) {
    for (let k = j; k < Z.length; k++) {
      let sum = 0;
      for (let i = 0; i < n; i++) sum += Z[j][i] * Z[k][i];
      correlation.set(j, k, sum / n);
      correlation.set(k, j, sum / n);
    }
  }
  const {realEigenvalues, eigenvectorMatrix} = new EigenvalueDecomposition(correlation, {assumeSymmetric: true});
  const kept = realEigenvalues.flatMap((variance, c) => (variance > LEAST_VARIANCE * Z.length ? [c] : []));
  return kept.map((c) => Float64Array.from(Z, (_, j) => eigenvectorMatrix.get(j, c) / Math.sqrt(realEigenvalues[c])));
}
