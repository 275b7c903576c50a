import type {Columns} from "../columns.js";

/** Tracks of one kind, for which metrics are shown apart. */
export interface Slice {
  readonly by: string; // what tracks are told apart by, such as "Decade"
  readonly label: string; // such as "1990s"
  readonly rows: Int32Array; // numbers of the rows, rising; at least one
}

/** A way of telling tracks apart: by which of the kinds, in their order, a value is of. */
interface Slicing {
  readonly by: string;
  readonly column: string;
  readonly kinds: readonly (readonly [label: string, holds: (value: number) => boolean])[];
}

const SLICINGS: readonly Slicing[] = [
  {
    by: "Duration",
    column: "duration_ms",
    kinds: [
      ["under 2:30", (ms) => ms < 150_000],
      ["2:30 to 4:00", (ms) => ms >= 150_000 && ms < 240_000],
      ["4:00 and over", (ms) => ms >= 240_000]
    ]
  },
  {
    by: "Vocals",
    column: "instrumentalness",
    kinds: [
      ["vocal", (confidence) => confidence <= 0.5],
      ["instrumental", (confidence) => confidence > 0.5]
    ]
  },
  {
    by: "Tempo",
    column: "tempo",
    kinds: [
      ["under 90 BPM", (bpm) => bpm < 90],
      ["90 to 120 BPM", (bpm) => bpm >= 90 && bpm < 120],
      ["120 to 150 BPM", (bpm) => bpm >= 120 && bpm < 150],
      ["150 BPM and over", (bpm) => bpm >= 150]
    ]
  }
];

/**
 * Tracks by decade, duration, vocals and tempo, in that order; "unknown", where the value is missing, comes last.
 *
 * A range holds its lower end and not its upper one; instrumental is an instrumentalness above .5, as Spotify's
 * documentation reads it. Slices without tracks are left out, and so are all of a kind whose column X has not.
 *
 * @param X n rows; NaN is missing
 * @returns slices; those of one kind hold every row once
 */
export function sliceRows(X: Columns): Slice[] {
  const decade = X.columns[X.names.indexOf("decade")] as Float32Array | undefined;
  const decades = [...new Set(decade)].filter((year) => !Number.isNaN(year)).sort((a, b) => a - b);
  const byDecade: Slicing = {
    by: "Decade",
    column: "decade",
    kinds: decades.map((decade) => [`${decade}s`, (year) => year === decade])
  };
  return [byDecade, ...SLICINGS].flatMap(({by, column, kinds}) => {
    const values = X.columns[X.names.indexOf(column)] as Float32Array | undefined;
    if (values === undefined) return [];
    return [...kinds, ["unknown", Number.isNaN] as const]
      .map(([label, holds]) => ({by, label, rows: Int32Array.from(values.keys()).filter((row) => holds(values[row]))}))
      .filter(({rows}) => rows.length > 0);
  });
}
