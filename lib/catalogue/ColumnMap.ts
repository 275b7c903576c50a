/** Which column of a file holds what; null: none does. Columns count from 0. */
export interface ColumnMap {
  readonly features: Readonly<Record<string, number | null>>; // by name, the decade among them
  readonly durationUnit: "ms" | "s"; // of the column of the duration
  readonly decade: number | null; // of all songs, where no column says
  readonly title: number | null;
  readonly artist: number | null;
  readonly id: number | null;
}
