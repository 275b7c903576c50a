/**
 * Cholesky factor of a symmetric positive definite matrix: A = L Lᵀ.
 *
 * ml-matrix's reads every number through a method call, which is five times as slow.
 *
 * @param A size × size, row by row; only its lower triangle is read
 * @returns L, row by row, zeros above the diagonal
 * @throws RangeError if A is not positive definite
 */
export function cholesky(A: Float64Array, size: number): Float64Array {
  const L = new Float64Array(size * size);
  for (let i = 0; i < size; i++) {
    for (let j = 0; j <= i; j++) {
      let sum = A[i * size + j];
      for (let k = 0, a = i * size, b = j * size; k < j; k++) sum -= L[a++] * L[b++];
      if (i !== j) L[i * size + j] = sum / L[j * size + j];
      else if (sum > 0) L[i * size + i] = Math.sqrt(sum);
      else throw new RangeError(`cholesky requires a positive definite matrix; got pivot ${sum} in row ${i}`);
    }
  }
  return L;
}

/** The solution x of L Lᵀ x = b. */
export function solveCholesky(L: Float64Array, b: Float64Array): Float64Array {
  const size = b.length;
  const x = b.slice();
  for (let i = 0; i < size; i++) {
    for (let k = 0; k < i; k++) x[i] -= L[i * size + k] * x[k];
    x[i] /= L[i * size + i];
  }
  for (let i = size - 1; i >= 0; i--) {
    x[i] /= L[i * size + i];
    for (let k = 0; k < i; k++) x[k] -= L[i * size + k] * x[i];
  }
  return x;
}

/** The inverse of L, row by row. */
export function invertLower(L: Float64Array, size: number): Float64Array {
  const inverse = new Float64Array(size * size);
  for (let i = 0; i < size; i++) {
    const row = i * size;
    for (let k = 0; k < i; k++) {
      const factor = L[row + k];
      if (factor === 0) continue;
      for (let j = 0, a = row, b = k * size; j <= k; j++) inverse[a++] -= factor * inverse[b++];
    }
    for (let j = 0; j < i; j++) inverse[row + j] /= L[row + i];
    inverse[row + i] = 1 / L[row + i];
  }
  return inverse;
}
