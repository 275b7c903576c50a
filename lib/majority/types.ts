/** The base rate: the same probability for every row, whatever its features. */
export interface MajorityModel {
  readonly format: "trackoracle-majority/1"; // bump when an old reader would misread it
  readonly features: readonly string[]; // column order of X, none of them read
  readonly baseRate: number; // share of hits in training, in (0, 1)
}
