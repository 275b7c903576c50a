import * as Plot from "@observablehq/plot";
import {formatPercent} from "../lib/format/formatPercent.js";
import type {Agreement} from "../lib/wire/ModelsData.js";
import {MODEL_LABELS, theModel} from "../lib/wire/modelLabels.js";
import {chart} from "./chart.js";

interface Pair {
  readonly a: string;
  readonly b: string;
  readonly kind: "rho" | "same";
  readonly text: string;
  readonly shade: number; // 0 .. 1
  readonly words: string;
}

/** How alike the models judge: rank correlations below the diagonal, shares of the same call above it; nothing of one model. */
export function agreementChart({models, correlation, sameCall}: Agreement): HTMLElement | null {
  const real = models.map((_, i) => i).filter((i) => models[i] !== "majority"); // which gives every track the same p
  if (real.length < 2) return null;
  const labels = models.map((id) => MODEL_LABELS[id]);
  const shown = real.map((i) => labels[i]);
  const below = real.flatMap((i, at) => real.slice(0, at).map((j) => ({i, j, rho: correlation[i][j]})));
  const known = below.flatMap(({i, j, rho}) => (rho === null ? [] : [{i, j, rho}]));
  const pair = (i: number, j: number) => ({a: labels[i], b: labels[j]});
  const cells: Pair[] = [
    ...known.map(({i, j, rho}) => ({
      ...pair(i, j),
      kind: "rho" as const,
      text: rho.toFixed(2).replace("0.", ".").replace("-", "−"),
      shade: Math.max(0, rho),
      words: `${labels[i]} and ${labels[j].toLowerCase()}\nrank correlation ${rho.toFixed(2)}`
    })),
    ...below.map(({i, j}) => ({
      ...pair(j, i),
      kind: "same" as const,
      text: formatPercent(sameCall[i][j]),
      shade: Math.max(0, 2 * sameCall[i][j] - 1),
      words: `${labels[i]} and ${labels[j].toLowerCase()}\nthe same call on ${formatPercent(sameCall[i][j])} of the tracks`
    }))
  ];
  const closest = known.reduce<(typeof known)[number] | undefined>((a, b) => (a && a.rho >= b.rho ? a : b), undefined);
  return chart({
    title: closest
      ? `${MODEL_LABELS[models[closest.j]]} and ${theModel(models[closest.i]).replace("the ", "")} judge most alike, at a correlation of ${closest.rho.toFixed(2)}`
      : "No two models vary together here",
    summary:
      "Below the diagonal: Spearman’s rank correlation of two models’ probabilities. Above it: the share of tracks that " +
      "both call hits or both call flops. Models that differ and are equally good know different things.",
    table: {
      columns: ["Model", "Model", "Spearman’s rho", "Same call"],
      rows: below.map(({i, j, rho}) => [labels[i], labels[j], rho, sameCall[i][j]])
    },
    heightPx: 400,
    minWidthPx: 460,
    draw: (width) =>
      Plot.plot({
        width: Math.min(width, 640),
        height: 400,
        marginLeft: 128,
        marginBottom: 96,
        marginTop: 4,
        padding: 0.05,
        x: {domain: shown, label: null, tickRotate: -45, tickSize: 0},
        y: {domain: shown, label: null, tickSize: 0},
        marks: [
          Plot.cell(cells, {
            x: "b",
            y: "a",
            fill: "currentColor",
            fillOpacity: (d: Pair) => 0.05 + 0.85 * d.shade ** 3,
            tip: true,
            title: "words"
          }),
          Plot.text(cells, {
            x: "b",
            y: "a",
            text: "text",
            fill: (d: Pair) => (d.shade ** 3 > 0.45 ? "var(--theme-background)" : "currentColor"),
            pointerEvents: "none"
          })
        ]
      })
  });
}
