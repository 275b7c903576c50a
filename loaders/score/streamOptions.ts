/** How a CSV is streamed through a model. */
export interface StreamOptions {
  readonly rowsPerBatch: number; // 1 or more
  readonly inFlight: number; // batches in memory at once, 1 or more
  readonly onRows?: (rows: number) => void; // told how many rows were taken since it was last called
  readonly signal?: AbortSignal;
}
