import {formatMeasure} from "../format/formatMeasure.js";
import {formatPoints} from "../format/formatPoints.js";
import type {Metrics} from "../metrics/types.js";
import {examined} from "./examined.js";
import type {ModelsData} from "./ModelsData.js";
import type {PredictorId} from "./models.js";
import {formatShare} from "../format/formatShare.js";

/** What models.md says outside the figures, worded from its numbers. */
export interface ModelWords {
  readonly claim: string;
  readonly lede: string;
  readonly calibration: string; // of the headline; empty where that could not be measured
  readonly leakage: string;
}

/** Words the models page; its headline is how the boosted trees did among new artists. */
export function modelWords({exams}: Pick<ModelsData, "exams">): ModelWords {
  const measured = (exam: string, model: PredictorId): Metrics | undefined =>
    exams.filter(({id}) => id === exam).flatMap(examined).find(({id}) => id === model)?.metrics; // prettier-ignore
  const auc = (exam: string, model: PredictorId) => measured(exam, model)?.auc.value ?? null;
  const boosted = measured("artist", "boosted");
  const refusal = exams.find(({id}) => id === "artist")?.refusal;
  return {
    claim:
      boosted && boosted.auc.value !== null
        ? `Among artists they have never met, boosted trees rank ${formatShare(boosted.auc.value)} of hit-flop pairs right`
        : "Nobody could be examined on artists they have never met",
    lede: boosted
      ? lede(auc("artist", "logistic"), auc("raw", "boosted"), auc("memory", "memory"))
      : `The exam with new artists could not be held${refusal ? `: ${refusal}` : ""}.`,
    calibration: boosted
      ? `The boosted trees’ probabilities are off by ${formatPoints(boosted.ece.value)} on average, at this study’s share of hits.`
      : "",
    leakage: leakage(auc("raw", "boosted"), auc("dedup", "boosted"), auc("artist", "boosted"), auc("memory", "memory"))
  };
}

type Auc = number | null;

function lede(logistic: Auc, raw: Auc, memory: Auc): string {
  return [
    logistic === null ? "" : `Straight lines get to ${formatShare(logistic)}.`,
    raw === null ? "" : `The random split that most studies publish gives ${formatShare(raw)} for the same trees.`,
    memory === null ? "" : `A rule that hears nothing and knows only the artist’s past gives ${formatShare(memory)}.`
  ]
    .filter((sentence) => sentence !== "")
    .join(" ");
}

/** How much of a score is acquaintance: with the very track, with its artist, with the artist alone. */
function leakage(raw: Auc, dedup: Auc, artist: Auc, memory: Auc): string {
  const sentences = [];
  if (raw !== null && dedup !== null) {
    sentences.push(
      `With repeated tracks left in, the boosted trees reach an AUC of ${formatMeasure(raw)}; with each track once, ${formatMeasure(dedup)}${artist === null ? "" : `; among new artists, ${formatMeasure(artist)}`}.`
    );
  }
  if (raw !== null && artist !== null) {
    sentences.push(
      raw > artist
        ? `So ${formatMeasure(raw - artist)} of the score that most studies publish is acquaintance, not skill.`
        : "Here acquaintance gained the trees nothing."
    );
  }
  if (memory !== null) {
    const compared =
      artist === null ? "" : memory > artist ? ", more than any sound can tell" : ", less than the sound tells";
    sentences.push(`Remembering the artist’s other tracks alone gives ${formatMeasure(memory)}${compared}.`);
  }
  return sentences.join(" ");
}
