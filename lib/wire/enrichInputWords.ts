import {ENRICHED_SETS, type EnrichedSetId} from "../enrich/enrichedSets.js";
import {formatMeasure} from "../format/formatMeasure.js";
import {formatPValue} from "../format/formatPValue.js";
import {formatShare} from "../format/formatShare.js";
import type {Difference} from "../metrics/types.js";
import type {EnrichedResult} from "./EnrichmentData.js";

/** What the boosted trees gain from Spotify's answers, a sentence a set of fields, made from its numbers. */
export function enrichInputWords(exam: readonly EnrichedResult[]): string[] {
  const of = (set: EnrichedSetId) => exam.find((result) => result.set === set && result.id === "boosted");
  const sound = of("sound")?.metrics?.auc.value ?? null;
  if (sound === null)
    return ["The boosted trees could not be examined on the sound alone, so there is nothing to compare."];
  return [
    `From the sound alone, boosted trees rank ${formatShare(sound)} of hit-flop pairs right among new artists.`,
    ...ENRICHED_SETS.flatMap(({id}) => {
      const given = of(id);
      const auc = given?.metrics?.auc.value ?? null;
      return id === "sound" || auc === null ? [] : [`${SAID[id]} they rank ${formatShare(auc)} right${gained(given!)}${meaning(id, given!)}`]; // prettier-ignore
    })
  ];
}

const SAID: Readonly<Record<Exclude<EnrichedSetId, "sound">, string>> = {
  answered: "Told besides only which fields came back, and no value,",
  before: "Told besides what was known before release,",
  after: "Told besides what is measured after the fact,"
};

function meaning(set: Exclude<EnrichedSetId, "sound">, {gain, beyond}: EnrichedResult): string {
  if (set === "answered") {
    return gain && gain.low > 0
      ? ": a gain of the matching, not of the music."
      : ": here the matching alone gives no gain beyond chance.";
  }
  const more = beyond ? `; beyond the matching alone${interval(beyond)}` : "";
  return set === "before"
    ? `${more}. Only this could serve a forecast.`
    : `${more}. That is no forecast: popularity is measured today, after the song was or was not a hit.`;
}

const gained = ({gain}: EnrichedResult) => (gain ? `, a gain${interval(gain)}` : "");

function interval({value, low, high, pValue}: Difference): string {
  const signed = (auc: number) => formatMeasure(auc, {signed: true});
  return ` of ${signed(value)} in AUC (${signed(low)} to ${signed(high)}, ${formatPValue(pValue)})`;
}
