import type {Finding} from "../wire/InsightsData.js";
import {whyNoDriver} from "./drivers.js";
import type {Evidence} from "./Evidence.js";
import {isClear} from "./isClear.js";
import {alone, ledger} from "./ledger.js";
import {said} from "./said.js";
import {STAGES} from "./stageNames.js";
import {withdrawn} from "./withdrawn.js";

/** How instrumental tracks fare, and what knowing of the voice is worth. */
export function voiceFinding(evidence: Evidence): Finding {
  const book = ledger();
  const open = said`Whether a voice goes with hits is left open`;
  const doubt = whyNoDriver("instrumentalness", evidence, book);
  if (doubt) return withdrawn("voice", open, doubt, book);
  const {voice} = evidence;
  const {instrumentalness} = evidence.models;
  const loss = "refusal" in instrumentalness ? null : instrumentalness.loss;
  if (!voice || !loss) {
    return withdrawn("voice", open, said`Withdrawn: these tracks are all of one kind, or the fit without instrumentalness could not be examined.`); // prettier-ignore
  }
  if (!isClear(voice.gap) || !(loss.high < 0)) {
    return withdrawn("voice", open, said`Withdrawn: instrumental tracks are not clearly hits more or less often than others, or the boosted trees rank as well without knowing.`); // prettier-ignore
  }
  const rarer = voice.gap.value < 0;
  const here = STAGES.insights;
  const enterCount = (id: string, of: number, what: string) => book.enter(id, {of, what, format: "count", stage: here});
  const instrumental = enterCount("instrumental", voice.instrumental, "instrumental tracks");
  const vocal = enterCount("vocal", voice.vocal, "tracks with a voice");
  const silent = book.enter("instrumentalShare", {of: voice.instrumentalShare, what: "share of hits among instrumental tracks", format: "share", stage: here}); // prettier-ignore
  const sung = book.enter("vocalShare", {of: voice.vocalShare, what: "share of hits among tracks with a voice", format: "share", stage: here}); // prettier-ignore
  const lost = book.enter("loss", {of: {value: -loss.value, low: -loss.high, high: -loss.low}, what: "AUC the boosted trees lose without instrumentalness, fitted anew", format: "measure", stage: STAGES.variants}); // prettier-ignore
  const [first, last] = [voice.byDecade.at(0), voice.byDecade.at(-1)];
  const overTime = () => {
    if (!first || !last || first === last) return said``;
    const year = (id: string, of: number) => book.enter(id, {of, what: "decade", format: "decade", stage: here});
    const share = (id: string, of: typeof first) => book.enter(id, {of: of.instrumental, what: `share of hits among instrumental tracks, ${id === "wasShare" ? "first" : "last"} decade`, format: "share", stage: here}); // prettier-ignore
    return said` In the ${year("was", first.decade)} ${share("wasShare", first)} of the instrumental tracks were hits, in the ${year("is", last.decade)} ${share("isShare", last)}.`;
  };
  return {
    id: "voice",
    state: rarer ? "holds" : "reversed",
    title: said`Instrumental tracks are hits ${rarer ? "less" : "more"} often: ${alone(silent)} of them, against ${alone(sung)}`,
    text: said`Of ${instrumental} instrumental tracks ${silent} are hits, of ${vocal} others ${sung}. Without this one feature the boosted trees’ AUC among new artists is lower by ${lost}.${overTime()}`,
    caveat: said`${evidence.label.voice} So part of this is genre. Instrumentalness is itself a model’s guess.`,
    numbers: book.numbers,
    chart: {
      title: said`${rarer ? "Fewer" : "More"} hits without a voice`,
      summary: said`Share of hits among instrumental tracks and among others${first && last && first !== last ? ", decade by decade," : ""} with intervals.`,
      axis: "Share of hits",
      format: "percent",
      reference: null,
      ...(voice.byDecade.length > 1
        ? {
            rows: [],
            lines: (["instrumental", "vocal"] as const).map((kind) => ({
              name: kind === "vocal" ? "with a voice" : "instrumental",
              points: voice.byDecade.map((one) => ({decade: one.decade, ...one[kind]}))
            }))
          }
        : {
            rows: [
              {label: said`Instrumental`, ...voice.instrumentalShare},
              {label: said`With a voice`, ...voice.vocalShare}
            ],
            lines: []
          })
    }
  };
}
