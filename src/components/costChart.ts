import * as Plot from "@observablehq/plot";
import {formatPercent} from "../lib/format/formatPercent.js";
import {bestThreshold} from "../lib/metrics/bestThreshold.js";
import type {ThresholdScore} from "../lib/metrics/thresholdScores.js";
import {costWords} from "../lib/wire/thresholdWords.js";
import {chart} from "./chart.js";
import type {ModelsChoice} from "./modelsState.js";

/** What wrong calls cost at every threshold, with the one chosen and the least. */
export function costChart(
  scores: readonly ThresholdScore[],
  {threshold, cost, base}: Pick<ModelsChoice, "threshold" | "cost" | "base">
): HTMLElement {
  const at = scores[threshold];
  const least = bestThreshold(scores, "cost")!;
  const marked = [
    {...at, name: "chosen"},
    {...least, name: "least"}
  ].slice(at.threshold === least.threshold ? 1 : 0);
  return chart({
    title: `The line that costs least lies at ${formatPercent(least.threshold)}`,
    summary:
      `Expected cost of the wrong calls in 100 songs, counted in false hits, where ${base} % of the songs are hits and a ` +
      `missed hit costs ${costWords(cost)}.`,
    table: {
      columns: ["Threshold", "Cost of 100 songs", "Precision", "Recall", "Accuracy", "F1", "Youden’s J"],
      rows: scores.filter((_, t) => t % 5 === 0).map((score) => [score.threshold, score.costPer100, score.precision, score.recall, score.accuracy, score.f1, score.youden]) // prettier-ignore
    },
    heightPx: 300,
    draw: (width) =>
      Plot.plot({
        width: Math.min(width, 640),
        height: 300,
        marginLeft: 48,
        marginBottom: 40,
        x: {label: "Called a hit from", tickFormat: ".0%", domain: [0, 1]},
        y: {label: "Cost of 100 songs, in false hits", grid: true, zero: true, nice: true},
        marks: [
          Plot.ruleX([at.threshold], {strokeOpacity: 0.5}),
          Plot.line(scores, {x: "threshold", y: "costPer100", strokeWidth: 2}),
          Plot.dot(marked, {x: "threshold", y: "costPer100", r: 5, fill: "currentColor"}),
          marked.map((mark) =>
            Plot.text([mark], {
              x: "threshold",
              y: "costPer100",
              dy: mark.name === "least" ? -14 : 16,
              text: "name",
              fontWeight: 600,
              stroke: "var(--theme-background)",
              strokeWidth: 4,
              fill: "currentColor"
            })
          ),
          Plot.tip(
            scores,
            Plot.pointerX({
              x: "threshold",
              y: "costPer100",
              title: (d: ThresholdScore) => `from ${formatPercent(d.threshold)}: ${d.costPer100!.toFixed(1)} false hits`
            })
          )
        ]
      })
  });
}
