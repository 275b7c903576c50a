import type {FitNote} from "../../lib/wire/ModelsData.js";
import type {PredictorId} from "../../lib/wire/models.js";
import type {Evaluation} from "./evaluate.js";
import {isExamined} from "./isExamined.js";

/** What must be said wherever a model appears, from the notes of its fits: at most one sentence. */
export function fitNotes(id: PredictorId, evaluation: Evaluation): FitNote[] {
  if (!isExamined(evaluation)) return [];
  const {notes} = evaluation;
  const {rows, trees} = notes[0];
  if (id === "sampledForest") {
    const note = `ml-random-forest’s time grows with the square of the tracks, so each of its ${trees} trees learned from ${rows} tracks only.`;
    return [{id, note}];
  }
  if (id === "mlp") {
    const backends = [...new Set(notes.map(({backend}) => backend))].join(" and ");
    const epochs = [...new Set(notes.map((one) => Number(one.epochs)))].sort((a, b) => a - b);
    const span = epochs.length > 1 ? `${epochs[0]} to ${epochs.at(-1)}` : epochs[0];
    return [
      {id, note: `Fitted by TensorFlow.js on its ${backends} backend, in ${span} passes over the tracks a fold.`}
    ];
  }
  return [];
}
