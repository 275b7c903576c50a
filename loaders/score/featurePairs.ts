/** All pairs of features i < j as `explain` writes them: those of the first feature, then those of the second, ... */
export function featurePairs(features: number): [i: number, j: number][] {
  return Array.from({length: features}, (_, i) => i).flatMap((i) =>
    Array.from({length: features - 1 - i}, (_, k): [number, number] => [i, i + 1 + k])
  );
}
