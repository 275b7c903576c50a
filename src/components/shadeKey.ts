import * as Plot from "@observablehq/plot";
import {HOLLOW, SHADES} from "./reasonsTools.js";

const DOT_PX = 10;
const FONT_PX = 11;
const LETTER_PX = 6.1; // of a letter, on average

interface ShadeKeyOptions {
  readonly what: string; // of which the dots have a low or a high value
  readonly left: number; // where it starts if there is room, px
  readonly width: number; // of the plot
  readonly unknown: boolean; // whether any dot is hollow
}

/** Marks above a plot that say what shaded dots mean: "low ●●●●● high energy ○ unknown". */
export function shadeKey({what, left, width, unknown}: ShadeKeyOptions): Plot.Markish[] {
  const first = LETTER_PX * 4 + DOT_PX / 2;
  const end = first + DOT_PX * SHADES.length;
  const hollow = end + LETTER_PX * `high ${what}`.length + DOT_PX;
  const wide = unknown ? hollow + DOT_PX + LETTER_PX * "unknown".length + 4 : hollow;
  const start = Math.max(2, Math.min(left, width - wide));
  const dots = SHADES.map((shade, k) => ({...shade, px: start + first + DOT_PX * k}));
  const words = [
    {px: start, text: "low"},
    {px: start + end - 2, text: `high ${what}`},
    ...(unknown ? [{px: start + hollow + DOT_PX - 3, text: "unknown"}] : [])
  ];
  const place = {x: {value: "px", scale: null}, frameAnchor: "top", dy: -16} as const;
  const circles = unknown ? [...dots, {...HOLLOW, px: start + hollow}] : dots;
  return [
    Plot.dot(circles, {...place, r: 3.5, fill: "fill", stroke: "stroke"}),
    Plot.text(words, {...place, text: "text", textAnchor: "start", lineAnchor: "middle", fontSize: FONT_PX})
  ];
}
