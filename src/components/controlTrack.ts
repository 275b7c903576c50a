import type {IceCurve} from "../lib/trees/iceCurves.js";
import type {Density} from "../lib/wire/PredictData.js";
import {html} from "./html.js";
import {svgElement} from "./svgElement.js";
import {densityPaths, emptyStretches, foreseenLine, pAt, SIDE} from "./trackPaths.js";
import type {TrackScale} from "./trackScale.js";

/** The drawing along a control's track. */
export interface ControlTrack {
  readonly element: HTMLElement;
  /** Shows what each value would give. Returns the least and the greatest probability along the track. */
  readonly foresee: (curve: IceCurve, value: number) => readonly [least: number, most: number];
  /** Hatches the cells where it is 0: where no track learned from is like the song. */
  readonly hatch: (familiar: ArrayLike<number>) => void;
}

export const HATCH_ID = "unlike-hatch"; // of the pattern, which the key of the controls defines

/** Draws hits and flops along a control; the rest comes when it is known. Colours are the page's, in either theme. */
export function controlTrack(density: Density, scale: TrackScale): ControlTrack {
  const {hits, flops} = densityPaths(density, scale);
  const square = `0 0 ${SIDE} ${SIDE}`;
  const element = html`<svg class="control-drawing" aria-hidden="true">
    <svg viewBox=${square} preserveAspectRatio="none" width="100%" height="100%">
      <path class="track-hits" d=${hits} />
      <path class="track-flops" d=${flops} />
      <path class="track-middle" d=${`M0,${SIDE / 2}H${SIDE}`} />
    </svg>
    <g class="track-unlike"></g>
    <svg viewBox=${square} preserveAspectRatio="none" width="100%" height="100%"><path class="track-line" /></svg>
    <circle class="track-dot" r="4" visibility="hidden" />
  </svg>`;
  const part = (name: string) => element.querySelector(`.track-${name}`)!;
  const [line, unlike, dot] = ["line", "unlike", "dot"].map(part);
  let shown = "";
  return {
    element,
    foresee(curve, value) {
      const {path, least, most} = foreseenLine(curve, scale);
      line.setAttribute("d", path);
      const at = scale.at(value);
      const onTrack = at >= 0 && at <= 1;
      dot.setAttribute("visibility", onTrack ? "visible" : "hidden");
      if (onTrack) {
        dot.setAttribute("cx", percent(at));
        dot.setAttribute("cy", percent(1 - pAt(curve, value)));
      }
      return [least, most];
    },
    hatch(familiar) {
      const key = Array.from(familiar).join("");
      if (key === shown) return;
      shown = key;
      unlike.replaceChildren(...emptyStretches(familiar).map(({from, to}) => hatchedStretch(from, to)));
    }
  };
}

const hatchedStretch = (from: number, to: number) =>
  svgElement("rect", {x: percent(from), width: percent(to - from), height: "100%", fill: `url(#${HATCH_ID})`});

const percent = (share: number) => `${(100 * share).toFixed(2)}%`;
