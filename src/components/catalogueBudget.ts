import * as Plot from "@observablehq/plot";
import {shiftPrior} from "../lib/calibration/shiftPrior.js";
import type {CatalogueData} from "../lib/catalogue/CatalogueData.js";
import {hitsAmong} from "../lib/catalogue/hitsAmong.js";
import {formatPercent} from "../lib/format/formatPercent.js";
import {formatShare} from "../lib/format/formatShare.js";
import {afterPaint} from "./afterPaint.js";
import type {ScoredCatalogue} from "./catalogueWorker.js";
import {chart} from "./chart.js";
import {factList} from "./factList.js";
import {html} from "./html.js";
import {numberSlider} from "./numberSlider.js";

const BINS = 20;
const START_SHARE = 0.1; // of the songs that can be promoted, at first
const count = (value: number) => value.toLocaleString("en", {maximumFractionDigits: value < 10 ? 1 : 0});

/** Two dials: how rare hits are, and how many songs can be promoted; the number of hits to expect follows both. */
export function catalogueBudget(
  {hitShare}: CatalogueData,
  {p, faults}: ScoredCatalogue,
  onBaseRate: (baseRate: number) => void
): {readonly element: HTMLElement; readonly baseRate: () => number} {
  const n = p.length;
  let baseRate = hitShare;
  let budget = Math.max(1, Math.round(START_SHARE * n));
  const lead = html`<p class="lede" role="status" data-role="expected"></p>`;
  const facts = html`<div></div>`;
  const drawing = html`<div></div>`;
  const rateDial = numberSlider({
    id: "catalogue-base-rate",
    label: "Base rate: hits among all songs",
    unit: "percent",
    low: 1,
    high: Math.max(50, Math.ceil(100 * hitShare)),
    step: 0.005,
    logarithmic: true,
    words: (percent) => formatShare(percent / 100),
    onChange(percent) {
      baseRate = percent / 100;
      rateDial.set(percent);
      update();
    }
  });
  const budgetDial = numberSlider({
    id: "catalogue-budget",
    label: "Songs that can be promoted",
    unit: "songs",
    low: 1,
    high: n,
    step: 0.01,
    logarithmic: true,
    words: count,
    onChange(songs) {
      budget = Math.round(songs);
      budgetDial.set(songs);
      update();
    }
  });
  const draw = afterPaint(() => {
    const open = drawing.querySelector("details")?.open ?? false;
    drawing.replaceChildren(histogram(p, (value) => shiftPrior(value, hitShare, baseRate), baseRate));
    drawing.querySelector("details")!.open = open;
    onBaseRate(baseRate);
  });

  function update(): void {
    let sum = 0;
    for (const value of p) sum += shiftPrior(value, hitShare, baseRate);
    const mean = sum / n;
    const {expected, low, high} = hitsAmong(
      p.subarray(0, budget).map((value) => shiftPrior(value, hitShare, baseRate))
    );
    const range = low === high ? count(low) : `${count(low)} to ${count(high)}`;
    lead.textContent =
      `Promote the ${count(budget)} ${budget === 1 ? "song that sounds most like a hit" : "songs that sound most like hits"}, and ${count(expected)} ` +
      `may be hits (95 % interval ${range}); picked at random, ${count(budget * mean)}.`;
    Object.assign(lead.dataset, {expected, low, high, mean, budget, baseRate});
    facts.replaceChildren(
      factList([
        [n.toLocaleString("en"), "songs scored"],
        [faults.length.toLocaleString("en"), "rows left out"],
        [formatPercent(mean), "mean probability"],
        [formatShare(baseRate), "of all songs assumed hits"]
      ])
    );
    draw();
  }
  rateDial.set(Number((100 * hitShare).toPrecision(3)));
  budgetDial.set(budget);
  update();
  const element = html`<section aria-label="Expected hits">
    <h2>How many hits to expect</h2>
    ${lead}
    <div class="catalogue-dials">${rateDial.element}${budgetDial.element}</div>
    <p class="caveat">
      The study has ${formatPercent(hitShare)} hits, far more than the world: turn the base rate down to what you
      believe of your catalogue. It shifts every probability by Bayes’ rule. The interval takes each song for a hit by
      its own chance, whatever becomes of the others (a Poisson-binomial count); it does not cover what the model itself
      gets wrong. Nothing here says that promotion works.
    </p>
    ${facts}${drawing}
  </section>`;
  return {element, baseRate: () => baseRate};
}

function histogram(p: Float64Array, shift: (p: number) => number, baseRate: number): HTMLElement {
  const counts = new Array<number>(BINS).fill(0);
  for (const value of p) counts[Math.min(BINS - 1, Math.floor(shift(value) * BINS))]++;
  const bins = counts.map((songs, k) => ({from: k / BINS, to: (k + 1) / BINS, songs}));
  const sure = counts.slice(BINS / 2).reduce((sum, songs) => sum + songs, 0);
  return chart({
    title: `${count(sure)} of ${count(p.length)} songs are more likely hits than not`,
    summary: `How the probabilities lie if ${formatShare(baseRate)} of all songs are hits.`,
    table: {
      columns: ["From", "To", "Songs"],
      rows: bins.map(({from, to, songs}) => [formatPercent(from), formatPercent(to), songs])
    },
    heightPx: 220,
    draw: (width) =>
      Plot.plot({
        width,
        height: 220,
        marginLeft: 56,
        x: {label: "probability of a hit →", tickFormat: formatPercent, ticks: width < 500 ? 5 : 10},
        y: {label: "↑ songs", grid: true, tickFormat: "~s"},
        marks: [
          Plot.rectY(bins, {x1: "from", x2: "to", y: "songs", fill: "currentColor", fillOpacity: 0.6, tip: true}),
          Plot.ruleY([0])
        ]
      }) as SVGSVGElement
  });
}
