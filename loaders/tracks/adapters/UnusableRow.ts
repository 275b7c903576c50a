/** Thrown by an adapter's reader for a row that cannot be used; it is counted by reason and dropped. */
export class UnusableRow extends Error {
  override readonly name = "UnusableRow";
  readonly reason: string; // few and short: they are shown with their counts
  readonly column: string | undefined;

  /** @param problem `expected ...; got ...` */
  constructor(reason: string, problem: string, column?: string) {
    super(problem);
    this.reason = reason;
    this.column = column;
  }
}
