import type {ChartRow, Finding} from "../wire/InsightsData.js";
import type {PredictorId} from "../wire/models.js";
import {aucOf, type Evidence} from "./Evidence.js";
import {alone, ledger} from "./ledger.js";
import {said} from "./said.js";
import {evaluationStage} from "./stageNames.js";
import {whyNoClaim, withdrawn} from "./withdrawn.js";

const ROWS: readonly (readonly [label: string, exam: string, model: PredictorId])[] = [
  ["Artist’s past, no sound", "memory", "memory"],
  ["Sound, random split", "raw", "boosted"],
  ["Sound, each track once", "dedup", "boosted"],
  ["Sound, new artists", "artist", "boosted"]
];

/** Whether the artist’s past tells more than the sound, and what a random split adds by acquaintance. */
export function identityFinding({models, label}: Evidence): Finding {
  const book = ledger();
  const open = said`Whether the artist’s name tells more than the sound is left open`;
  const doubt = whyNoClaim(models, book);
  if (doubt) return withdrawn("identity", open, doubt, book);
  const [memory, sound, raw] = [aucOf(models, "memory", "memory"), aucOf(models, "artist", "boosted"), aucOf(models, "raw", "boosted")]; // prettier-ignore
  if (!memory || !sound || (memory.low <= sound.high && memory.high >= sound.low)) {
    return withdrawn("identity", open, said`Withdrawn: the artist’s past and the sound rank hits about as well here, or one of them could not be examined.`); // prettier-ignore
  }
  const name = memory.value > sound.value;
  const auc = (id: string, of: typeof memory, what: string, exam: string, model: PredictorId) => book.enter(id, {of, what: `AUC of ${what}`, format: "measure", stage: evaluationStage(exam, model)}); // prettier-ignore
  const [past, heard] = [auc("memory", memory, "a rule that only remembers the artist’s other tracks", "memory", "memory"), auc("artist", sound, "the boosted trees among new artists", "artist", "boosted")]; // prettier-ignore
  const split = raw
    ? said` A random split, which lets artists and even tracks recur, gives the same trees ${auc("raw", raw, "the boosted trees in a random split, duplicates left in", "raw", "boosted")}${raw.low > sound.high ? ": the difference is acquaintance" : ""}.`
    : said``;
  return {
    id: "identity",
    state: name ? "holds" : "reversed",
    title: name
      ? said`Who sings tells more than how it sounds: an AUC of ${alone(past)} against ${alone(heard)}`
      : said`How it sounds tells more than who sings: an AUC of ${alone(heard)} against ${alone(past)}`,
    text: said`A rule that hears nothing and remembers only how the artist’s other tracks did reaches an AUC of ${past}. Boosted trees that hear the track and do not know the artist reach ${heard}.${split}`,
    caveat: said`${label.artist}`,
    numbers: book.numbers,
    chart: {
      title: name ? said`The name ahead of the sound` : said`The sound ahead of the name`,
      summary: said`AUC of the artist’s past alone, and of the boosted trees in three exams, with intervals.`,
      axis: "AUC",
      format: "measure",
      reference: null,
      rows: ROWS.flatMap(([label, exam, model]): ChartRow[] => {
        const found = aucOf(models, exam, model);
        return found ? [{label: said`${label}`, ...found}] : [];
      }),
      lines: []
    }
  };
}
