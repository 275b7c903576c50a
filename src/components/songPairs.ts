import * as Plot from "@observablehq/plot";
import {featureNamed} from "../lib/features/featureNamed.js";
import {treeInteractions} from "../lib/shap/treeInteractions.js";
import type {TreeEnsemble} from "../lib/trees/types.js";
import {chart} from "./chart.js";
import {html} from "./html.js";
import {labelMargin} from "./intervalPlot.js";
import {loaded} from "./loaded.js";

const MOST = 10; // pairs drawn
const ROW_PX = 24;

export interface SongPairsOptions {
  readonly features: readonly string[]; // of the song, in the order of its values
  readonly loadTrees: () => Promise<TreeEnsemble>; // asked for only when this is opened
}

interface Pair {
  readonly label: string;
  readonly phi: number; // whole interaction, Φij + Φji, log-odds
}

/** What pairs of a song's features contribute only together in the boosted trees: exact, worked out when it is opened. */
export function songPairs({features, loadTrees}: SongPairsOptions): {
  readonly element: HTMLElement;
  readonly show: (x: ArrayLike<number>) => void;
} {
  const place = html`<div></div>`;
  const element = html<HTMLDetailsElement>`<details class="more">
    <summary>What its features do only together</summary>
    ${place}
  </details>`;
  let song: ArrayLike<number> | undefined;
  const draw = () => {
    const x = song;
    if (!x || !element.open) return;
    const asked = async () => {
      const trees = await loadTrees();
      if (trees.features.join() !== features.join())
        throw new Error(`the model reads ${trees.features.join(", ")}; the song has ${features.join(", ")}`);
      return pairsOf(trees, x);
    };
    place.replaceChildren(loaded(asked, pairsChart, {what: "The pairs", heightPx: 120 + MOST * ROW_PX}));
  };
  element.addEventListener("toggle", draw);
  return {
    element,
    show(x) {
      song = x;
      draw();
    }
  };
}

/** All pairs of features, the strongest first. */
function pairsOf(trees: TreeEnsemble, x: ArrayLike<number>): Pair[] {
  const {phi} = treeInteractions(trees)(x);
  const labels = trees.features.map((name) => featureNamed(name).label);
  return labels
    .flatMap((a, i) =>
      labels.slice(0, i).map((b, j) => ({label: `${b} and ${a.toLowerCase()}`, phi: 2 * phi[i * labels.length + j]}))
    )
    .sort((a, b) => Math.abs(b.phi) - Math.abs(a.phi));
}

function pairsChart(pairs: readonly Pair[]): HTMLElement {
  const drawn = pairs.filter(({phi}) => phi !== 0).slice(0, MOST);
  if (drawn.length === 0) return html`<p>No two features do anything together for this song.</p>`;
  const [{label, phi}] = drawn;
  return chart({
    title: `${label} together ${phi > 0 ? "add" : "take"} most: ${Math.abs(phi).toFixed(2)} log-odds`,
    summary:
      `Exact SHAP interaction values of the boosted trees: what two features contribute beyond what each does alone. ` +
      `Drawn are the ${drawn.length} strongest of ${pairs.length} pairs; the values above share each pair out in halves.`,
    table: {
      columns: ["Pair of features", "Together (log-odds)"],
      rows: pairs.map(({label, phi}) => [label, phi])
    },
    heightPx: 44 + drawn.length * ROW_PX,
    draw: (width) =>
      Plot.plot({
        width: Math.min(width, 760),
        height: 44 + drawn.length * ROW_PX,
        marginLeft: labelMargin(drawn),
        marginRight: 44,
        marginBottom: 38,
        x: {label: "Together (log-odds)", grid: true, ticks: 4},
        y: {label: null, domain: drawn.map(({label}) => label), tickSize: 0},
        marks: [
          Plot.ruleX([0]),
          Plot.barX(drawn, {
            x: "phi",
            y: "label",
            fill: ({phi}: Pair) => `var(--${phi > 0 ? "hit" : "flop"})`,
            inset: 3,
            tip: true
          }),
          Plot.text(drawn, {
            x: ({phi}: Pair) => Math.max(0, phi),
            y: "label",
            text: ({phi}: Pair) => `${phi > 0 ? "+" : "−"}${Math.abs(phi).toFixed(2)}`,
            textAnchor: "start",
            dx: 4
          })
        ]
      }) as SVGSVGElement
  });
}
