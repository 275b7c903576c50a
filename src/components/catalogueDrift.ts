import * as Plot from "@observablehq/plot";
import type {CatalogueData, TrainedFeature} from "../lib/catalogue/CatalogueData.js";
import type {FeatureDrift} from "../lib/catalogue/featureDrift.js";
import {shiftWord} from "../lib/catalogue/stabilityIndex.js";
import {featureNamed} from "../lib/features/featureNamed.js";
import {formatFeature} from "../lib/format/formatFeature.js";
import {formatShare} from "../lib/format/formatShare.js";
import {headOf, wordOf} from "../lib/insights/featureWords.js";
import type {ScoredCatalogue} from "./catalogueWorker.js";
import {chart} from "./chart.js";
import {dataTable} from "./dataTable.js";
import {html} from "./html.js";

const FEW = 100; // songs, of which an index tells more chance than drift

/** How far a catalogue lies from the tracks learned from, feature by feature, the farthest first. */
export function catalogueDrift(data: CatalogueData, {p, drift}: ScoredCatalogue): HTMLElement {
  const ranked = [...drift].sort((a, b) => (b.psi ?? -1) - (a.psi ?? -1));
  const [strongest] = ranked;
  const much = ranked.filter(({psi}) => psi !== null && shiftWord(psi) === "much").length;
  const rows = ranked.map(({name, psi, ks, missing, outside}) => {
    const trained = data.features.find((feature) => feature.name === name)!;
    return [
      headOf(name),
      psi === null ? "not known" : psi.toFixed(3),
      psi === null ? "–" : shiftWord(psi),
      ks === null ? "not known" : ks.toFixed(3),
      formatShare(missing / p.length),
      formatShare(trained.missing),
      outside
    ];
  });
  const columns = [
    "Feature",
    "PSI",
    "Shifted",
    "KS",
    "Unknown here",
    "Unknown in training",
    "Outside what was learned"
  ];
  return html`<section data-role="drift" aria-label="Drift">
    <h2>
      ${much === 0 ? "No feature" : much === 1 ? "One feature" : `${much} features`} of this catalogue shifted much
    </h2>
    <p>
      The model knows songs like the ${data.tracks.toLocaleString("en")} tracks it learned from; the farther a catalogue
      lies from them, the less its probabilities mean.
      ${p.length < FEW ? "With so few songs, chance alone gives large indices." : ""}
    </p>
    ${
      strongest?.psi == null
        ? null
        : binsChart(
            data.features.find(({name}) => name === strongest.name)!,
            strongest
          )
    }
    <div class="table-scroll" tabindex="0" role="region" aria-label="Drift by feature">
      ${dataTable({columns, rows})}
    </div>
    <p class="caveat">
      PSI is the population stability index over bins of the training tracks: below 0.1 little has shifted, to 0.25
      some, above it much (Siddiqi 2006, Credit Risk Scorecards). KS is the two-sample Kolmogorov–Smirnov statistic, the
      largest distance of the two distributions; it comes from percentiles and is at most 0.01 too small. Both are about
      the songs whose value is known.
    </p>
  </section>`;
}

function binsChart(trained: TrainedFeature, {name, shares, psi}: FeatureDrift): HTMLElement {
  const feature = featureNamed(name);
  const {edges} = trained;
  const said = (value: number) =>
    feature.unit === "" ? String(Number(value.toPrecision(2))) : formatFeature(feature, value); // bins are fine
  const isListed = trained.values.length === edges.length + 1; // a bin a value
  const bins = trained.shares.map((learned, k) => ({
    bin: isListed
      ? said(trained.values[k])
      : k === edges.length
        ? `over ${said(edges[k - 1])}`
        : k === 0
          ? `to ${said(edges[0])}`
          : `${said(edges[k - 1])} to ${said(edges[k])}`,
    learned,
    here: shares[k]
  }));
  // Bins that read alike keep apart as the places they are.
  const at = (_: unknown, k: number) => k;
  const height = 50 + 24 * bins.length;
  return chart({
    title: `${headOf(name)} shifted most: ${shiftWord(psi!)}`,
    summary: `Shares of songs by ${wordOf(name)}: a ring for the tracks learned from, a dot for this catalogue.`,
    table: {
      columns: [headOf(name), "Tracks learned from", "This catalogue"],
      rows: bins.map(({bin, learned, here}) => [bin, formatShare(learned), formatShare(here)])
    },
    heightPx: height,
    draw: (width) =>
      Plot.plot({
        width,
        height,
        marginLeft: 130,
        x: {
          label: "share of songs →",
          tickFormat: (share: number) => formatShare(share),
          ticks: 4,
          grid: true,
          zero: true
        },
        y: {type: "band", domain: bins.keys(), tickFormat: (k: number) => bins[k].bin, label: null, tickSize: 0},
        marks: [
          Plot.link(bins, {x1: "learned", x2: "here", y1: at, y2: at, strokeOpacity: 0.4}),
          Plot.dot(bins, {x: "learned", y: at, r: 4, stroke: "currentColor", fill: "var(--theme-background)"}),
          Plot.dot(bins, {x: "here", y: at, r: 4, fill: "currentColor"})
        ]
      }) as SVGSVGElement
  });
}
