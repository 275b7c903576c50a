import {findChanges} from "../lib/counterfactuals/findChanges.js";
import type {ChangeEnd, ChangeNews, ChangeTask} from "../lib/counterfactuals/types.js";

/** What the worker tells: how far it is, each edit as it is found, and at last how the search ended. */
export type SearchNews = ChangeNews | {readonly end: ChangeEnd};

/** A worker's script, so that the page stays responsive: searches changes of one song. */
addEventListener("message", ({data}: MessageEvent<ChangeTask>) => {
  const search = findChanges(data);
  let step = search.next();
  for (; !step.done; step = search.next()) tell(step.value);
  tell({end: step.value});
});

function tell(news: SearchNews): void {
  postMessage(news);
}
