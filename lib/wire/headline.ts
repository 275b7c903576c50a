import {format} from "d3-format";
import {formatPercent} from "../format/formatPercent.js";
import {formatShare} from "../format/formatShare.js";
import type {Estimate, NoEstimate} from "../metrics/types.js";
import type {PredictorId} from "./models.js";
import type {OverviewData} from "./OverviewData.js";

/** The numbers the first page says aloud, as text. */
export interface Headline {
  readonly claim: string; // what the comparison of song and artist comes to
  readonly number: string; // the headline itself; empty where it could not be measured
  readonly lede: string; // what the number means, or why there is none
  readonly artistAuc: string;
  readonly artistAccuracy: string;
  readonly memoryAuc: string;
  readonly logisticAuc: string;
  readonly rawAuc: string;
  readonly artistEce: string; // percentage points
  readonly hitShare: string; // of the tracks
  readonly facts: readonly (readonly [value: string, label: string])[];
}

const count = format(",");

/** Words the overview's numbers; the headline is the artist exam. */
export function headline(overview: OverviewData): Headline {
  const measured = (exam: string, model: PredictorId): Measured =>
    overview.exams.find(({id}) => id === exam)?.models.find(({id}) => id === model)?.metrics ?? UNMEASURED;
  const boosted = measured("artist", "boosted");
  const memory = measured("memory", "memory");
  return {
    claim: claimOf(overview.label.luck, boosted.auc, memory.auc),
    number: boosted.auc.value === null ? "" : formatShare(boosted.auc.value),
    lede: ledeOf(overview, boosted, memory),
    artistAuc: formatShare(boosted.auc.value),
    artistAccuracy: formatShare(boosted.accuracy.value),
    memoryAuc: formatShare(memory.auc.value),
    logisticAuc: formatShare(measured("artist", "logistic").auc.value),
    rawAuc: formatShare(measured("raw", "boosted").auc.value),
    artistEce: boosted.ece.value === null ? "–" : (boosted.ece.value * 100).toFixed(1),
    hitShare: formatPercent(overview.hits / overview.tracks),
    facts: [
      [count(overview.tracks), overview.synthetic ? "synthetic tracks" : `tracks of ${count(overview.rows)} rows read`],
      [formatPercent(overview.hits / overview.tracks), "are hits, by design of the study"],
      [count(overview.artists), "artists"],
      ...decadeFacts(overview.decades),
      [count(overview.trees), "trees in the boosted model"]
    ]
  };
}

type Measured = Readonly<Record<"auc" | "accuracy" | "ece", Estimate | NoEstimate>>;

const NOTHING: NoEstimate = {value: null, low: null, high: null};
const UNMEASURED: Measured = {auc: NOTHING, accuracy: NOTHING, ece: NOTHING};

function claimOf(luck: string, boosted: Estimate | NoEstimate, memory: Estimate | NoEstimate): string {
  if (boosted.value === null) return "This study is too small to tell a song’s sound from chance";
  if (memory.value === null) return `A song’s sound says something about its ${luck}`;
  const apart = memory.low > boosted.high || memory.high < boosted.low;
  const than = !apart ? "about as much as" : memory.value > boosted.value ? "less than" : "more than";
  return `A song’s sound says something about its ${luck}, and ${than} its artist’s name`;
}

const LOPSIDED = 0.6; // share of one label from which on calling all tracks so is worth naming

function ledeOf({exams, label, hits, tracks}: OverviewData, boosted: Measured, memory: Measured): string {
  if (boosted.auc.value === null) {
    const reason = exams.find(({id}) => id === "artist")?.refusal ?? "the boosted trees could not sit it";
    return `The exam with new artists, this site’s headline, could not be held: ${reason}.`;
  }
  const remembered = `A rule that hears nothing and only remembers the artist reaches ${formatShare(memory.auc.value)}.`;
  const [most, share] = 2 * hits > tracks ? ["hits", hits / tracks] : ["flops", 1 - hits / tracks];
  const blind = share < LOPSIDED ? "" : `; calling all of them ${most} would get ${formatShare(share)}`;
  return (
    "is how often our boosted trees, given a hit and a flop by artists they have never met, rank the hit higher. " +
    `They call ${formatShare(boosted.accuracy.value)} of the tracks right${blind}. ${memory.auc.value === null ? "" : `${remembered} `}` +
    `A hit ${label.hit}`
  );
}

/** The span of the decades; nothing where a study says of no track when it came out. */
function decadeFacts(decades: readonly number[]): [value: string, label: string][] {
  if (decades.length === 0) return [];
  if (decades.length === 1) return [[`${decades[0]}s`, "the decade covered"]];
  return [[`${decades[0]}s–${decades[decades.length - 1]}s`, "decades covered"]];
}
