import type {OutsideValue} from "./OutsideSong.js";
import type {SongInputs} from "./SongInputs.js";

/** Whether a value says something about the song itself. */
export const isKnown = ({knowing, value}: OutsideValue): boolean =>
  (knowing === "published" || knowing === "measured" || knowing === "asked") && !Number.isNaN(value);

/**
 * What of a song is known: published, measured or asked; neither estimated nor assumed. The decade counts as known also
 * where it is assumed: who asks about a song of no decade asks about the one that is assumed, and the page says which.
 *
 * @param features the controls' names, one a value
 */
export function knownInputs(values: readonly OutsideValue[], features: readonly string[]): SongInputs {
  const known = features
    .map((name, j) => [name, values[j]] as const)
    .filter(([name, value]) => {
      return isKnown(value) || (name === "decade" && !Number.isNaN(value.value));
    });
  return Object.fromEntries(known.map(([name, {value}]) => [name, value]));
}
