import type {PredictorId} from "../wire/models.js";

/** Names of the graph's stages that findings take numbers from, as the ledger gives them. */
export const STAGES = {
  insights: "page-insights",
  explain: "page-explain",
  variants: "variants",
  compareArtist: "compare/artist"
} as const;

/** The stage that judged a model in an exam. */
export const evaluationStage = (exam: string, model: PredictorId): string => `evaluate/${exam}-${model}`;
