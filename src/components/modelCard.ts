import {wordOf} from "../lib/insights/featureWords.js";
import {headline} from "../lib/wire/headline.js";
import {MODELS} from "../lib/wire/models.js";
import type {OverviewData} from "../lib/wire/OverviewData.js";
import {dataTable} from "./dataTable.js";
import {html} from "./html.js";

/** What the models are, what they were given, how they were examined, what they are for. */
export function modelCard(overview: OverviewData): HTMLElement {
  const {artistAuc, artistAccuracy, artistEce} = headline(overview);
  const examined = new Set(overview.exams.flatMap(({models}) => models.map(({id}) => id)));
  const rows: [string, string][] = [
    [
      "Models",
      MODELS.filter(({id}) => examined.has(id))
        .map(({label, what}) => `${label} ${what}`)
        .join("; ")
    ],
    ["Inputs", overview.features.map(wordOf).join(", ")],
    ["A hit", overview.label.hit],
    ["A flop", overview.label.flop],
    ["Output", "probability that a track of this study is a hit, and each feature's share in it in log-odds"],
    [
      "Trained on",
      `${overview.tracks.toLocaleString("en")} ${overview.synthetic ? "synthetic " : ""}tracks by ${overview.artists.toLocaleString("en")} artists`
    ],
    ["Examined on", "tracks of artists left out of the training, five folds, each track judged once"],
    ["Result", `boosted trees: AUC ${artistAuc}, accuracy ${artistAccuracy}, calibration off by ${artistEce} points`],
    ["Meant for", "reading about what the hits of a study have in common; teaching; testing ideas"],
    ["Not meant for", "deciding about artists, signing, paying, or telling anyone what to write"],
    ["Left out on purpose", "artist, title, popularity, and anything else that knows the label"]
  ];
  return html`<div class="table-scroll" tabindex="0" role="region" aria-label="Model card">
    ${dataTable({columns: ["Item", "Answer"], rows})}
  </div>`;
}
