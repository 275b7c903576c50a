/** How long a failing Spotify is borne with. */
export interface Patience {
  readonly timeoutMs: number; // of one attempt, its body included
  readonly retries: number; // of one call
  readonly backoffMs: number; // before the first retry, twice as long before each further one, and up to twice that by chance
  readonly secondMs: number; // of a Retry-After; tests have shorter seconds
  readonly longestWaitSeconds: number; // a Retry-After beyond it ends the run
  readonly waits: number; // obeyed in a row without an answer between them
  readonly failures: number; // calls in a row that fail for good
}

export const PATIENCE: Patience = {
  timeoutMs: 10_000,
  retries: 5,
  backoffMs: 500,
  secondMs: 1_000,
  longestWaitSeconds: 60,
  waits: 10,
  failures: 5
};
