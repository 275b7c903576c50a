import type {Finding, Said} from "../wire/InsightsData.js";
import type {ModelsData} from "../wire/ModelsData.js";
import {aucOf} from "./Evidence.js";
import {ledger, type Ledger} from "./ledger.js";
import {said} from "./said.js";
import {evaluationStage} from "./stageNames.js";

/** A finding that these data do not bear out: what is left open, and what was not found. */
export function withdrawn(id: string, title: Said, why: Said, {numbers}: Ledger = ledger()): Finding {
  const caveat = said`Not found is not the same as not there: more tracks may show what these do not.`;
  return {id, state: "withdrawn", title, text: why, caveat, numbers, chart: null};
}

/**
 * Why nothing may be claimed of what goes with hits: the boosted trees cannot be told from chance among new artists.
 *
 * @returns null where they can, their AUC interval lying above .5
 */
export function whyNoClaim(models: Pick<ModelsData, "exams">, {enter}: Ledger): Said | null {
  const auc = aucOf(models, "artist", "boosted");
  if (!auc)
    return said`Withdrawn: the exam with new artists, on which it rests, could not be held or ranked on these tracks.`;
  if (auc.low > 0.5) return null;
  const cited = enter("auc", {
    of: auc,
    what: "AUC of the boosted trees among new artists",
    format: "measure",
    stage: evaluationStage("artist", "boosted")
  });
  return said`Withdrawn: among new artists the boosted trees cannot be told from chance, with an AUC of ${cited}, so nothing that goes with their predictions is claimed.`;
}
