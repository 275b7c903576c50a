import {MLP_SETTINGS} from "../mlpSettings.js";

/** How a network is trained. */
export interface MlpSettings {
  readonly seed: number; // any integer; the same seed gives the same bytes on the same backend
  readonly hidden: readonly number[]; // units of each hidden layer, 1 to 4,096; one layer at least
  readonly segments: number; // inputs a feature is spread over, 1 to 256 (columnKnots.ts)
  readonly epochs: number; // times every row is seen at most, 1 to 10,000
  readonly batch: number; // rows a step at most, 1 to 65,536; fewer where there are few
  readonly learningRate: number; // above 0: the highest of its cycle
  readonly dropout: number; // share of each hidden layer's outputs left out of a step, in [0, 1)
  readonly validation: number; // share of the rows held back to tell when to stop, in [0, 1)
  readonly patience: number; // epochs without a lower validation loss before stopping, at least 1
  readonly groups?: ArrayLike<string | number>; // n names or ids, such as artists; none is both trained on and held back
  readonly onEpoch?: (done: number, total: number) => void;
}

/** What a caller gives: everything but the seed has a default. */
export type MlpOptions = Pick<MlpSettings, "seed"> & Partial<MlpSettings>;

/**
 * Fills in defaults.
 *
 * @throws RangeError naming the first option out of its range
 */
export function mlpSettings(options: MlpOptions): MlpSettings {
  const settings: MlpSettings = {...MLP_SETTINGS, ...options};
  const {seed, hidden, segments, epochs, batch, learningRate, dropout, validation, patience} = settings;
  const whole = (name: string, value: number, least: number, most: number) => {
    if (!Number.isInteger(value) || value < least || value > most)
      refuse(name, `an integer in ${least}..${most}`, value);
  };
  whole("seed", seed, Number.MIN_SAFE_INTEGER, Number.MAX_SAFE_INTEGER);
  if (hidden.length === 0) refuse("hidden", "of at least one layer", "none");
  hidden.forEach((units) => whole("hidden", units, 1, 4_096));
  whole("segments", segments, 1, 256);
  whole("epochs", epochs, 1, 10_000);
  whole("batch", batch, 1, 65_536);
  whole("patience", patience, 1, Number.MAX_SAFE_INTEGER);
  if (!(learningRate > 0 && learningRate < Infinity)) refuse("learningRate", "above 0", learningRate);
  if (!(dropout >= 0 && dropout < 1)) refuse("dropout", "in [0, 1)", dropout);
  if (!(validation >= 0 && validation < 1)) refuse("validation", "in [0, 1)", validation);
  return settings;
}

function refuse(name: string, need: string, got: unknown): never {
  throw new RangeError(`fitMlp requires ${name} ${need}; got ${String(got)}`);
}
