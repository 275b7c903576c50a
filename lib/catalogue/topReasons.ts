/** One of a song's reasons: a feature and its SHAP value in log-odds. */
export interface Reason {
  readonly name: string;
  readonly phi: number;
}

/** The features with the largest SHAP values of one song, up or down, the largest first. */
export function topReasons(
  names: readonly string[],
  phi: readonly ArrayLike<number>[],
  song: number,
  most: number
): Reason[] {
  return names
    .map((name, j) => ({name, phi: phi[j][song]}))
    .sort((a, b) => Math.abs(b.phi) - Math.abs(a.phi))
    .slice(0, most);
}
