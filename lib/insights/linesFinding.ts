import {MODEL_LABELS, theModel} from "../wire/modelLabels.js";
import type {ChartRow, Finding} from "../wire/InsightsData.js";
import type {PredictorId} from "../wire/models.js";
import {aucOf, resultOf, type Evidence} from "./Evidence.js";
import {isClear} from "./isClear.js";
import {ledger} from "./ledger.js";
import {said} from "./said.js";
import {evaluationStage, STAGES} from "./stageNames.js";
import {whyNoClaim, withdrawn} from "./withdrawn.js";

const SHOWN: readonly PredictorId[] = ["logistic", "glassbox", "boosted"];

/** How much of the ranking straight lines give, how much curves, how much whatever trees find beyond. */
export function linesFinding({models}: Evidence): Finding {
  const book = ledger();
  const open = said`Whether curves and combinations rank hits better than straight lines is left open`;
  const doubt = whyNoClaim(models, book);
  if (doubt) return withdrawn("lines", open, doubt, book);
  const [logistic, glassbox] = (["logistic", "glassbox"] as const).map((id) => resultOf(models, "artist", id));
  const [line, tree] = [aucOf(models, "artist", "logistic"), aucOf(models, "artist", "boosted")];
  const versus = logistic?.versus?.auc;
  if (!versus || !line || !tree || !isClear(versus)) {
    return withdrawn("lines", open, said`Withdrawn: the logistic regression and the boosted trees could not be told apart among new artists.`); // prettier-ignore
  }
  const straight = versus.value > 0;
  const auc = (id: PredictorId, of: typeof line) => book.enter(id, {of, what: `AUC of ${theModel(id)} among new artists`, format: "measure", stage: evaluationStage("artist", id)}); // prettier-ignore
  const behind = (id: PredictorId, {value, low, high}: typeof versus) => book.enter(`${id}Behind`, {of: {value: -value, low: -high, high: -low}, what: `AUC of the boosted trees minus that of ${theModel(id)}, paired`, format: "change", stage: STAGES.compareArtist}); // prettier-ignore
  const curves = glassbox?.versus?.auc;
  const bent = curves
    ? said` With a smooth curve a feature and a few surfaces of two in their place, ${behind("glassbox", curves)} is left between: ${isClear(curves) ? "what the trees gain by combining features further" : "no clear difference"}.`
    : said``;
  return {
    id: "lines",
    state: straight ? "reversed" : "holds",
    title: straight
      ? said`Straight lines rank hits better than trees do`
      : said`Straight lines miss part of what goes with hits`,
    text: said`Adding up one straight line a feature gives an AUC of ${auc("logistic", line)} among new artists, the boosted trees ${auc("boosted", tree)}, which differ by ${behind("logistic", versus)} on the same tracks.${bent}`,
    caveat: said`A straight line may follow a bent relation where few tracks lie on its far side, and trees may rank better by chance splits; the difference is of these models with these settings.`,
    numbers: book.numbers,
    chart: {
      title: straight ? said`Lines ahead of trees` : said`From lines to curves to trees`,
      summary: said`AUC of three kinds of model in the exam with new artists, with intervals.`,
      axis: "AUC",
      format: "measure",
      reference: null,
      rows: SHOWN.flatMap((id): ChartRow[] => {
        const found = aucOf(models, "artist", id);
        return found ? [{label: said`${MODEL_LABELS[id]}`, ...found}] : [];
      }),
      lines: []
    }
  };
}
