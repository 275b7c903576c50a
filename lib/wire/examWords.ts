import {formatList} from "../format/formatList.js";
import {formatMeasure} from "../format/formatMeasure.js";
import {formatPoints} from "../format/formatPoints.js";
import {formatPValue} from "../format/formatPValue.js";
import {examined} from "./examined.js";
import {MODEL_LABELS, theModel} from "./modelLabels.js";
import type {ExamResults, ModelResults} from "./ModelsData.js";
import {formatShare} from "../format/formatShare.js";

const LEVEL = 0.05; // p-value from which on a paired test cannot tell two models apart

/** What an exam comes to, in sentences made from its numbers: the finding first, what it rests on after. */
export interface ExamWords {
  readonly finding: string;
  readonly details: readonly string[];
}

/** Words an exam: who ranks best and by how much, whom a paired test tells from boosted, what recalibration does. */
export function examWords(exam: ExamResults): ExamWords {
  if (exam.refusal !== null) return {finding: `Nobody could sit this exam: ${exam.refusal}`, details: []};
  const models = examined(exam).filter(({id}) => id !== "majority");
  const ranked = models
    .filter(({metrics}) => metrics.auc.value !== null)
    .sort((a, b) => b.metrics.auc.value! - a.metrics.auc.value!);
  const [best, next] = ranked;
  if (!best) return {finding: "No model can be ranked here, for the exam has hits alone, or flops alone", details: []};
  const verb = best.id === "boosted" ? "rank" : "ranks";
  return {
    finding: `${MODEL_LABELS[best.id]} ${verb} ${formatShare(best.metrics.auc.value)} of the pairs of a hit and a flop right`,
    details: [lead(best, next), ...pairedTests(ranked), calibration(best)]
  };
}

/** The best model's AUC, and how far ahead of the next it is. */
function lead(best: ModelResults, next: ModelResults | undefined): string {
  const {value, low, high} = best.metrics.auc;
  const auc = `That is an AUC of ${formatMeasure(value!)} (95\u00a0% interval ${formatMeasure(low!)} to ${formatMeasure(high!)})`;
  return next ? `${auc}, ${formatMeasure(value! - next.metrics.auc.value!)} ahead of ${theModel(next.id)}.` : `${auc}.`;
}

/** Which of the others the paired test tells from the boosted trees; nothing where it compared nobody. */
function pairedTests(ranked: readonly ModelResults[]): string[] {
  const tested = ranked.flatMap(({id, versus}) => (versus?.auc ? [{id, ...versus.auc}] : []));
  if (tested.length === 0) return [];
  const name = ({id, pValue}: (typeof tested)[number]) => `${theModel(id)} (${formatPValue(pValue)})`;
  const alike = tested.filter(({pValue}) => pValue >= LEVEL);
  const ahead = tested.filter(({pValue, value}) => pValue < LEVEL && value > 0);
  const behind = tested.length - alike.length - ahead.length;
  const clauses = [
    alike.length > 0 ? `cannot tell ${formatList(alike.map(name))} from them` : "",
    ahead.length > 0 ? `finds ${formatList(ahead.map(name))} ahead` : "",
    behind > 0 ? `finds ${behind === tested.length ? "every other model" : "the others"} behind` : ""
  ];
  return [`A paired test against the boosted trees ${formatList(clauses.filter((clause) => clause !== ""))}.`];
}

/** How far the best model's probabilities are off, and what recalibration does. */
function calibration({id, metrics, recalibrated}: ModelResults): string {
  const after = recalibrated.map(({method, ece}) => `${formatPoints(ece.value)} after ${RECALIBRATIONS[method]}`);
  const off = `The probabilities of ${theModel(id)} are off by ${formatPoints(metrics.ece.value)} on average`;
  return after.length > 0 ? `${off}; by ${formatList(after)}.` : `${off}.`;
}

/** How a way of recalibrating is named in a sentence. */
export const RECALIBRATIONS = {platt: "Platt scaling", isotonic: "isotonic regression"} as const;
