import * as Plot from "@observablehq/plot";
import {formatPercent} from "../lib/format/formatPercent.js";
import type {ConformalResult} from "../lib/wire/ModelsData.js";
import {MODEL_LABELS} from "../lib/wire/modelLabels.js";
import type {PredictorId} from "../lib/wire/models.js";
import {chart} from "./chart.js";

/** What a model's verdicts come to at a promised error rate. */
export interface Verdicts extends ConformalResult {
  readonly id: PredictorId;
}

const KINDS = [
  {key: "hit", label: "hit", fill: "var(--hit)"},
  {key: "unsure", label: "cannot tell", fill: "var(--theme-foreground-faintest)"},
  {key: "flop", label: "flop", fill: "var(--flop)"}
] as const;

/** Shares of the tracks called hit, flop or left open by each model. */
export function verdictChart(verdicts: readonly Verdicts[], chosen: Verdicts): HTMLElement {
  const rows = verdicts.filter(({id}) => id !== "majority" || id === chosen.id).sort((a, b) => a.unsure - b.unsure);
  const parts = rows.flatMap((row) => {
    const {hit, unsure} = row;
    const starts = {hit: 0, unsure: hit, flop: hit + unsure};
    return KINDS.map(({key, label, fill}) => ({model: MODEL_LABELS[row.id], from: starts[key], share: row[key], label, fill, chosen: row.id === chosen.id})); // prettier-ignore
  });
  return chart({
    title: `${MODEL_LABELS[chosen.id]}: a verdict on ${formatPercent(1 - chosen.unsure)} of the tracks, the rest left open`,
    summary:
      "Share of the tracks given each verdict: hit (warm), flop (cool), or cannot tell. " +
      (chosen.accuracy === null ? "" : `Of those decided, ${formatPercent(chosen.accuracy)} are right.`),
    table: {
      columns: ["Model", "Hit", "Cannot tell", "Flop", "Right among the decided"],
      rows: rows.map(({id, hit, unsure, flop, accuracy}) => [MODEL_LABELS[id], hit, unsure, flop, accuracy])
    },
    heightPx: 40 + rows.length * 30,
    draw: (width) =>
      Plot.plot({
        width: Math.min(width, 760),
        height: 40 + rows.length * 30,
        marginLeft: 136,
        marginRight: 16,
        marginTop: 20,
        marginBottom: 8,
        x: {domain: [0, 1], axis: null},
        y: {domain: rows.map(({id}) => MODEL_LABELS[id]), axis: null},
        marks: [
          Plot.barX(parts, {
            y: "model",
            x1: "from",
            x2: (d) => d.from + d.share,
            fill: "fill",
            inset: 2,
            fillOpacity: (d) => (d.chosen ? 1 : 0.75),
            tip: true,
            title: (d) => `${d.model}: ${d.label} ${formatPercent(d.share)}`
          }),
          Plot.text(parts, {
            y: "model",
            x: (d) => d.from + d.share / 2,
            text: (d) => (d.share * width > 70 ? formatPercent(d.share) : ""),
            fill: (d) => (d.label === "cannot tell" ? "currentColor" : "var(--theme-background)"),
            pointerEvents: "none"
          }),
          Plot.text(
            parts.filter(({model}) => model === MODEL_LABELS[rows[0].id]),
            {
              y: "model",
              x: (d) => d.from + d.share / 2,
              dy: -21,
              text: (d) => (d.share * width > 80 ? d.label : "")
            }
          ),
          Plot.text(rows, {
            y: ({id}: Verdicts) => MODEL_LABELS[id],
            frameAnchor: "left",
            textAnchor: "end",
            dx: -8,
            text: ({id}: Verdicts) => MODEL_LABELS[id]
          })
        ]
      })
  });
}
