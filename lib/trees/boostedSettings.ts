import type {Columns} from "../columns.js";

/** All settings of fitBoosted, as they are once defaults are filled in. */
export interface BoostedSettings {
  readonly seed: number; // any integer; the same seed gives the same bytes
  readonly rounds: number; // trees, 1 to 100,000
  readonly depth: number; // splits on the longest path, 1 to 20
  readonly learningRate: number; // in (0, 1]: what each tree's leaves are multiplied by
  readonly lambda: number; // L2 penalty on leaves, at least 0
  readonly minChildWeight: number; // least sum of hessians of a child, at least 0
  readonly subsample: number; // share of rows (or groups) a tree, in (0, 1], each by its own draw
  readonly groups?: ArrayLike<number>; // n numbers, such as the rows' artists: equal ones are drawn together
  readonly columnSample: number; // share of columns a tree, in (0, 1], rounded down
  readonly maxBins: number; // values told apart a column, 2 to 256; missing takes one
  readonly monotone?: Readonly<Record<string, 1 | -1>>; // by name: p never falls (1) or rises (-1) with it
  readonly validation?: BoostedValidation;
  readonly signal?: {readonly aborted: boolean}; // looked at before every round
  readonly onRound?: (done: number, total: number) => void;
}

/** Rows that decide when to stop: at `patience` rounds without a lower log loss. */
export interface BoostedValidation {
  readonly X: Columns;
  readonly y: Uint8Array;
  readonly patience: number; // at least 1
}

/** What a caller of fitBoosted gives: everything but the seed has a default. */
export type BoostedOptions = Pick<BoostedSettings, "seed"> & Partial<BoostedSettings>;

const DEFAULTS = {
  rounds: 500,
  depth: 6,
  learningRate: 0.05,
  lambda: 1,
  minChildWeight: 5,
  subsample: 0.8,
  columnSample: 0.8,
  maxBins: 256
};

/**
 * Fills in defaults.
 *
 * @throws RangeError naming the first option out of its range
 */
export function boostedSettings(options: BoostedOptions): BoostedSettings {
  const given = Object.fromEntries(Object.entries(options).filter(([, value]) => value !== undefined));
  const settings: BoostedSettings = {...DEFAULTS, ...given, seed: options.seed};
  const whole = (name: string, value: number, least: number, most: number) => {
    if (!Number.isInteger(value) || value < least || value > most) {
      refuse(name, `an integer in ${least}..${most}`, value);
    }
  };
  const share = (name: "learningRate" | "subsample" | "columnSample") => {
    if (!(settings[name] > 0 && settings[name] <= 1)) refuse(name, "in (0, 1]", settings[name]);
  };
  whole("seed", settings.seed, Number.MIN_SAFE_INTEGER, Number.MAX_SAFE_INTEGER);
  whole("rounds", settings.rounds, 1, 100_000);
  whole("depth", settings.depth, 1, 20);
  whole("maxBins", settings.maxBins, 2, 256);
  if (settings.validation) whole("validation.patience", settings.validation.patience, 1, Number.MAX_SAFE_INTEGER);
  share("learningRate");
  share("subsample");
  share("columnSample");
  for (const name of ["lambda", "minChildWeight"] as const) {
    if (!(settings[name] >= 0 && settings[name] < Infinity)) refuse(name, "at least 0", settings[name]);
  }
  return settings;
}

function refuse(name: string, need: string, got: unknown): never {
  throw new RangeError(`fitBoosted requires ${name} ${need}; got ${String(got)}`);
}
