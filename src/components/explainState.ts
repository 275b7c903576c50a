import type {ExplainData, ExplainedId, Space} from "../lib/wire/ExplainData.js";
import {numberFrom, oneOf, pageState, type PageState} from "./pageState.js";

/** What a reader chooses on the page of reasons. */
export interface ExplainChoice {
  model: ExplainedId;
  decade: string; // "all", or a first year
  space: Space; // taken where the model has it
  feature: string;
  song: number; // its place among the explained tracks
}

export type ExplainState = PageState<ExplainChoice>;

export const ALL_DECADES = "all";

/** The state of the page of reasons: at first the boosted trees, all decades, and the feature they lean on most. */
export function explainState({models, decades, features, tracks}: ExplainData): ExplainState {
  const start = models.find(({id}) => id === "boosted") ?? models[0];
  return pageState<ExplainChoice>({
    model: oneOf(
      models.map(({id}) => id),
      start.id
    ),
    decade: oneOf([ALL_DECADES, ...decades.map(String)], ALL_DECADES),
    space: oneOf(["log-odds", "probability"], "log-odds"),
    feature: oneOf(features, start.importance[0].feature),
    song: numberFrom(0, tracks - 1, 0, {whole: true})
  });
}
