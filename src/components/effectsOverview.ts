import * as Plot from "@observablehq/plot";
import {featureNamed} from "../lib/features/featureNamed.js";
import {formatPoints} from "../lib/format/formatPoints.js";
import type {EffectsData} from "../lib/wire/ExplainData.js";
import {theModel} from "../lib/wire/modelLabels.js";
import {chart} from "./chart.js";
import {AGREE} from "./effectChart.js";
import {html} from "./html.js";

const WIDEST = 760;
const ROW_PX = 34;

interface Row {
  readonly label: string;
  readonly with: string; // the feature it goes with most
  readonly parting: number;
  readonly rho: number | null;
}

/** Where PDP and ALE part: a bar a feature, the widest gap first, with the feature it goes with most. */
export function effectsOverview({id, effects}: EffectsData): HTMLElement {
  if (effects.length === 0) return html`<p>No feature varies here, so there are no curves to compare.</p>`;
  const rows = effects
    .map(({feature, parting, companion, companionCorrelation}) => ({
      label: featureNamed(feature).label,
      with: companion === null ? "" : featureNamed(companion).label.toLowerCase(),
      parting,
      rho: companion === null ? null : companionCorrelation
    }))
    .sort((a, b) => b.parting - a.parting);
  const height = 44 + rows.length * ROW_PX;
  return chart({
    title: finding(rows[0], theModel(id)),
    summary:
      "Largest gap between a feature’s partial dependence and its accumulated local effects, both centred, in points of " +
      "probability, where 98 % of the tracks are. Below each name: the feature it goes with most, and their rank correlation. " +
      "Partial dependence also asks the model about pairs of values that hardly any track has; where the gap is wide, ALE is the safer reading.",
    table: {
      columns: ["Feature", "Gap (probability)", "Goes most with", "Rank correlation"],
      rows: rows.map((row) => [row.label, row.parting, row.with || null, row.rho])
    },
    heightPx: height,
    draw: (width) =>
      Plot.plot({
        width: Math.min(width, WIDEST),
        height,
        marginLeft: 156,
        marginRight: 64,
        marginTop: 4,
        marginBottom: 40,
        x: {
          domain: [0, Math.max(AGREE, rows[0].parting)],
          label: "Gap (points)",
          ticks: 3,
          tickFormat: (gap: number) => String(Number((gap * 100).toPrecision(6)))
        },
        y: {domain: rows.map(({label}) => label), axis: null},
        marks: [
          Plot.barX(rows, {
            x: "parting",
            y: "label",
            fill: "var(--theme-foreground-faint)",
            insetTop: 7,
            insetBottom: 7
          }),
          Plot.ruleX([0]),
          Plot.text(rows, {
            x: "parting",
            y: "label",
            text: ({parting}: Row) => formatPoints(parting),
            textAnchor: "start",
            dx: 5
          }),
          Plot.text(rows, {...left(-6), y: "label", text: "label", fontWeight: 600}),
          Plot.text(rows, {...left(8), y: "label", text: companionText, fillOpacity: 0.75}),
          Plot.tip(
            rows,
            Plot.pointerY({
              x: "parting",
              y: "label",
              title: (row: Row) =>
                [row.label, `gap ${formatPoints(row.parting)}`, companionText(row)].filter(Boolean).join("\n")
            })
          )
        ]
      })
  });
}

const left = (dy: number) => ({frameAnchor: "left", textAnchor: "end", dx: -8, dy}) as const;

const companionText = ({with: other, rho}: Row) =>
  rho === null ? "" : `${other} ${rho < 0 ? "−" : "+"}${Math.abs(rho).toFixed(2)}`;

function finding({label, with: other, parting}: Row, model: string): string {
  if (parting < AGREE) return `In ${model}, PDP and ALE agree within a point on every feature`;
  const goes = other ? `, which goes most with ${other}` : "";
  return `In ${model}, PDP and ALE part most on ${label.toLowerCase()}${goes}: by up to ${formatPoints(parting)}`;
}
