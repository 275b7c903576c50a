/**
 * A model as it is asked about rows that mix a row and its background.
 *
 * @param caller name of the function that complains
 * @param predict the model; it may not keep the row it is given
 * @param row the row to explain, one value a feature, NaN where missing
 * @param background rows like it
 * @returns the model's prediction
 * @throws RangeError if there is no feature, no background or one of another width; later, if a prediction is not finite
 */
export function askedModel(
  caller: string,
  predict: (x: Float64Array) => number,
  row: ArrayLike<number>,
  background: readonly ArrayLike<number>[]
): (x: Float64Array) => number {
  if (row.length === 0) throw new RangeError(`${caller} requires 1 feature or more; got 0`);
  if (background.length === 0) throw new RangeError(`${caller} requires 1 background row or more; got 0`);
  const odd = background.find((other) => other.length !== row.length);
  if (odd) throw new RangeError(`${caller} requires ${row.length} values a background row; got ${odd.length}`);
  return (x) => {
    const prediction = predict(x);
    if (!Number.isFinite(prediction)) throw new RangeError(`${caller} requires finite predictions; got ${prediction}`);
    return prediction;
  };
}
