/** Maps p to a probability by a straight line in log-odds. */
export interface PlattMap {
  readonly format: "trackoracle-platt/1"; // bump when an old reader would misread it
  readonly slope: number;
  readonly interceptLogOdds: number;
}

/** Maps p to a probability by a line that never falls, straight between points and level beyond the outer ones. */
export interface IsotonicMap {
  readonly format: "trackoracle-isotonic/1"; // bump when an old reader would misread it
  readonly x: readonly number[]; // p, rising; at least one
  readonly y: readonly number[]; // share of hits, never falling
}
