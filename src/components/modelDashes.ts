import type {PredictorId} from "../lib/wire/models.js";

/** Dashes tell the models' lines apart; colour is kept for hit and flop. */
export const MODEL_DASHES: Readonly<Record<PredictorId, string>> = {
  majority: "1,5",
  logistic: "7,4",
  glassbox: "9,3,2,3",
  sampledForest: "2,2",
  forest: "4,2",
  mlp: "13,3",
  boosted: "none",
  memory: "none"
};
