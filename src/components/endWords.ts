import type {ChangeEnd} from "../lib/counterfactuals/types.js";
import {featureNamed} from "../lib/features/featureNamed.js";
import {formatList} from "../lib/format/formatList.js";
import {formatPercent} from "../lib/format/formatPercent.js";
import type {PredictData} from "../lib/wire/PredictData.js";

/** How a search of changes ended, in a sentence or two. */
export function endWords(
  {reached, before, closest, standInTheWay}: ChangeEnd,
  found: number,
  target: number,
  {controls}: PredictData
): string {
  const wanted = formatPercent(target);
  if (found > 0 && reached)
    return `${found} found: with each of them the song reaches ${wanted}, without any part of it not.`;
  if (reached) return `The song is at ${wanted} already.`;
  const names = standInTheWay.map((j) => featureNamed(controls[j].name).label.toLowerCase());
  return [
    `No change of a few features was found that reaches ${wanted}.`,
    closest
      ? `The closest comes to ${formatPercent(closest.p)}.`
      : `Nothing comes closer than ${formatPercent(before)}.`,
    names.length > 0 && `It could be reached if ${formatList(names)} might change freely.`
  ]
    .filter(Boolean)
    .join(" ");
}
