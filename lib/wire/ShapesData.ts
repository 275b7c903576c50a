/** What the glassbox has learnt of every feature, as it is drawn. */
export interface ShapesData {
  readonly shapes: readonly ShapeCurve[]; // strongest first
  readonly surfaces: readonly SurfaceSummary[]; // strongest first; may be none
}

/** The curve of one feature at its knots: straight lines between them, constant beyond the outer ones. */
export interface ShapeCurve {
  readonly feature: string;
  readonly importance: number; // mean |y| over the tracks, log-odds
  readonly edf: number; // effective degrees of freedom: 1 is a straight line
  readonly levels: boolean; // true where every value seen is a knot, so that nothing lies between
  readonly x: readonly number[]; // knots, ascending, in the feature's own unit; none if no value was known
  readonly y: readonly number[]; // log-odds added at each knot
  readonly low: readonly number[]; // 95 % interval of y
  readonly high: readonly number[];
  readonly share: readonly number[]; // of all tracks, those nearest to each knot
  readonly missing: number | null; // log-odds added where the value is missing; null if it never is
}

/** How much two features move predictions together, beyond what their curves say. */
export interface SurfaceSummary {
  readonly features: readonly [string, string];
  readonly importance: number; // mean |effect| over the tracks, log-odds
}
