import {featureNamed} from "../features/featureNamed.js";
import {formatList} from "../format/formatList.js";
import {formatPercent} from "../format/formatPercent.js";
import type {ExplainedId} from "./ExplainData.js";
import {featurePhrase, type CommonRange} from "./featurePhrase.js";
import {theModel} from "./modelLabels.js";

/** Why a model says what it says of one song, in numbers. */
export interface ReasonNumbers {
  readonly model: ExplainedId;
  readonly features: readonly string[];
  readonly values: ArrayLike<number>; // of the song, one a feature, NaN where missing
  readonly phi: ArrayLike<number>; // one a feature, in probability
  readonly base: number; // probability where nothing is known of the song
  readonly common: readonly (CommonRange | null)[]; // of each feature among other tracks
}

const MOST_NAMED = 4;

/**
 * One song's reasons as a short paragraph: the strongest features by name and size, the others as one sum. It is the
 * model's arithmetic, and says so; each figure is an input, or the sum of some, rounded to whole points.
 *
 * @throws RangeError if the features, values and contributions are not as many, or a feature is not known
 */
export function reasonWords({model, features, values, phi, base, common}: ReasonNumbers): string {
  if (values.length !== features.length || phi.length !== features.length)
    throw new RangeError(
      `reasonWords requires ${features.length} values and contributions; got ${values.length}, ${phi.length}`
    );
  const p = Array.from(phi).reduce((sum, one) => sum + one, base);
  const moving = features
    .map((name, j) => ({phi: phi[j], ...featurePhrase(featureNamed(name), values[j], common[j])}))
    .filter(({phi}) => phi !== 0)
    .sort((a, b) => Math.abs(b.phi) - Math.abs(a.phi));
  const named = moving.length === MOST_NAMED + 1 ? moving : moving.slice(0, MOST_NAMED); // a single other has a name too
  const others = moving.slice(named.length);
  const gives = model === "boosted" ? "give" : "gives";
  return [
    `${theModel(model)} ${gives} this song ${formatPercent(p)}, against ${formatPercent(base)} where nothing is known of a song.`,
    named.length === 0
      ? "No feature moves it."
      : `${formatList(named.map((one) => `${one.text} ${verb(one.phi, one.plural)} ${points(one.phi)}`))}.`,
    others.length === 0 ? "" : sumOf(others.map(({phi}) => phi))
  ]
    .filter((sentence) => sentence !== "")
    .map(capital)
    .join(" ");
}

function sumOf(phi: readonly number[]): string {
  const sum = phi.reduce((total, one) => total + one, 0);
  return `The ${phi.length} other features ${verb(sum, true)} ${points(sum)} together.`;
}

const verb = (phi: number, plural: boolean) => `${phi < 0 ? "take" : "add"}${plural ? "" : "s"}`;
const capital = (sentence: string) => sentence.charAt(0).toUpperCase() + sentence.slice(1);

/** A contribution's size in whole points. */
function points(phi: number): string {
  const whole = Math.round(Math.abs(phi) * 100);
  if (whole === 0) return "less than a point";
  return whole === 1 ? "1\u00a0point" : `${whole}\u00a0points`;
}
