import {ENRICHED_FIELDS} from "../lib/enrich/enrichedFields.js";
import type {CoverageCounts, FieldCoverage} from "../lib/enrich/fieldCoverage.js";
import {formatShare} from "../lib/format/formatShare.js";
import {enrichCoverageWords} from "../lib/wire/enrichCoverageWords.js";
import type {EnrichmentCoverage, EnrichmentData} from "../lib/wire/EnrichmentData.js";
import {enrichTerms} from "./enrichTerms.js";
import {html} from "./html.js";

const COLUMNS: readonly (readonly [key: keyof CoverageCounts, label: string])[] = [
  ["known", "Known"],
  ["without", "Answered without it"],
  ["notFound", "Not found"],
  ["closed", "Closed to this app"],
  ["unusable", "No use in the answer"],
  ["notAsked", "Not asked yet"],
  ["noId", "No Spotify id"]
];

/** How much of the study Spotify told something of, or, where nothing was asked, what it would add and how to ask. */
export function enrichCoverage({coverage}: Pick<EnrichmentData, "coverage">): HTMLElement {
  return html`<div>${coverage === null ? unasked() : asked(coverage)} ${enrichTerms()}</div>`;
}

function unasked(): HTMLElement {
  return html`<p>
    Asked for the tracks of a study, Spotify tells when each came out, on which album, whether its lyrics are marked
    explicit and how popular it is today; and of its first artist the genres, the followers and the popularity. For this
    build nothing was asked, so nothing is shown. With an app’s own credentials in the environment or in
    <code>.env</code>, <code>npm run enrich</code> asks, keeps every answer and goes on where it stopped; the next build
    then counts here what came back, hits and flops apart.
  </p>`;
}

function asked(coverage: EnrichmentCoverage): HTMLElement {
  const {finding, details} = enrichCoverageWords(coverage);
  return html`<div>
    <p><strong>${finding}</strong></p>
    ${details.map((sentence) => html`<p>${sentence}</p>`)}
    ${coverage.asked === null ? null : coverageTable(coverage.fields)}
    <p class="caveat">
      Counted in metadata supplied by
      <a href="https://open.spotify.com" rel="noopener noreferrer">Spotify</a>. The models that predict and explain
      songs on this site never read it.
    </p>
  </div>`;
}

/** Shares of all hits and of all flops, a row each a field. */
function coverageTable(fields: readonly FieldCoverage[]): HTMLElement {
  const columns = COLUMNS.filter(
    ([key]) => !["unusable", "noId"].includes(key) || fields.some(({hits, flops}) => hits[key] + flops[key] > 0)
  );
  const cells = (counts: CoverageCounts) => {
    const all = COLUMNS.reduce((sum, [key]) => sum + counts[key], 0);
    return columns.map(([key]) => html`<td class="num">${formatShare(all === 0 ? null : counts[key] / all)}</td>`);
  };
  return html`<div class="table-scroll sticky-column" tabindex="0" role="region" aria-label="What Spotify answered">
    <table>
      <thead>
        <tr>
          <th scope="col">Field, of all</th>
          ${columns.map(([, label]) => html`<th scope="col" class="num">${label}</th>`)}
        </tr>
      </thead>
      <tbody>
        ${fields.flatMap(({name, hits, flops}) => {
          const {label} = ENRICHED_FIELDS.find((field) => field.name === name)!;
          return [
            html`<tr>
              <th scope="row">${label}, <span class="hit">hits</span></th>
              ${cells(hits)}
            </tr>`,
            html`<tr>
              <th scope="row">${label}, <span class="flop">flops</span></th>
              ${cells(flops)}
            </tr>`
          ];
        })}
      </tbody>
    </table>
  </div>`;
}
