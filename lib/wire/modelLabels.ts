import {ARTIST_MEMORY, MODELS, type PredictorId} from "./models.js";

/** How a model is named in charts and tables, by its id. */
export const MODEL_LABELS = Object.fromEntries(
  [...MODELS, ARTIST_MEMORY].map(({id, label}) => [id, label])
) as Readonly<Record<PredictorId, string>>;

/** A model as a sentence names it: "the boosted trees". */
export const theModel = (id: PredictorId): string => `the ${MODEL_LABELS[id].toLowerCase()}`;
