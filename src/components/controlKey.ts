import {formatPercent} from "../lib/format/formatPercent.js";
import {HATCH_ID} from "./controlTrack.js";
import {html} from "./html.js";

/**
 * What the drawings along the controls mean, once for all of them, and the pattern they hatch with.
 *
 * @param hitShare of the study, in [0, 1]
 */
export function controlKey(hitShare: number): HTMLElement {
  return html`<div class="control-key">
    <ul>
      <li>
        <svg class="key-sign" aria-hidden="true"><path class="track-line" d="M0,14H9V5H24" /></svg>
        probability of a hit with the control set there (circle: the song), from ${formatPercent(0)} (bottom) to
        ${formatPercent(1)} (top)
      </li>
      <li>
        <svg class="key-sign" aria-hidden="true"><rect class="track-hits" width="24" height="18" /></svg>
        where hits lie, upwards
      </li>
      <li>
        <svg class="key-sign" aria-hidden="true"><rect class="track-flops" width="24" height="18" /></svg>
        where flops lie, downwards
      </li>
      <li>
        <svg class="key-sign" aria-hidden="true">
          <pattern id=${HATCH_ID} width="5" height="5" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
            <path class="track-hatch" d="M0,0V5" />
          </pattern>
          <rect width="24" height="18" fill=${`url(#${HATCH_ID})`} />
        </svg>
        like no track learned from, the other controls as they are
      </li>
    </ul>
    <p>
      By the boosted trees, where ${formatPercent(hitShare)} are hits. An empty box is unknown; times are typed as
      min:sec or as seconds.
    </p>
  </div>`;
}
