import {html} from "./html.js";

interface Counts {
  readonly tp: number;
  readonly fp: number;
  readonly hits: number; // at least one
  readonly flops: number; // at least one
}

/** The confusion matrix: tracks of the exam, and how many of 1,000 songs that would be at a base rate. */
export function confusionTable({tp, fp, hits, flops}: Counts, baseRate: number): HTMLElement {
  const cell = (count: number, of: number, share: number) =>
    html`<td class="num">
      ${count.toLocaleString("en")}<small
        >${Math.round((1000 * share * count) / of).toLocaleString("en")} of 1,000</small
      >
    </td>`;
  const row = (name: "hit" | "flop", called: number, of: number, share: number) =>
    html`<tr>
      <th scope="row"><span class=${name}>is a ${name}</span></th>
      ${cell(called, of, share)} ${cell(of - called, of, share)}
    </tr>`;
  return html`<table class="confusion">
    <caption>
      Tracks of the exam; below, of 1,000 songs judged
    </caption>
    <thead>
      <tr>
        <td></td>
        <th scope="col" class="num">called a hit</th>
        <th scope="col" class="num">called a flop</th>
      </tr>
    </thead>
    <tbody>
      ${row("hit", tp, hits, baseRate)} ${row("flop", fp, flops, 1 - baseRate)}
    </tbody>
  </table>`;
}
