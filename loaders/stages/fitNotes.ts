import type {FitNote} from "../../lib/wire/ModelsData.js";
import type {PredictorId} from "../../lib/wire/models.js";
import {isExamined, type Evaluation} from "./evaluate.js";

/** What must be said wherever a model appears, from the notes of its fits: at most one sentence. */
export function fitNotes(id: PredictorId, evaluation: Evaluation): FitNote[] {
  if (!isExamined(evaluation)) return [];
  const {rows, trees, backend, epochs} = evaluation.notes;
  if (id === "sampledForest") {
    const note = `ml-random-forest’s time grows with the square of the tracks, so each of its ${trees} trees learned from ${rows} tracks only.`;
    return [{id, note}];
  }
  if (id === "mlp")
    return [{id, note: `Fitted by TensorFlow.js on its ${backend} backend; stopped after ${epochs} epochs.`}];
  return [];
}
