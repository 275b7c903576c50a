import type {Plot} from "@observablehq/plot";
import {svgElement} from "./svgElement.js";

/** A ring in a plot for the song of the controls, which moves without the plot being drawn anew. */
export function songMarker(): {
  readonly drawOn: (plot: (SVGSVGElement | HTMLElement) & Partial<Plot>) => void;
  readonly show: (x: number, y: number) => void; // in the plot's units; an unknown x hides it
} {
  const ring = svgElement("circle", {
    r: 6,
    fill: "var(--theme-background)",
    stroke: "currentColor",
    "stroke-width": 2.5
  });
  const label = svgElement(
    "text",
    {
      dy: -12,
      "text-anchor": "middle",
      "font-weight": 700,
      stroke: "var(--theme-background)",
      "stroke-width": 4,
      "paint-order": "stroke"
    },
    "this song"
  );
  const group = svgElement("g", {}, ring, label);
  let plot: Partial<Plot> | undefined;
  let at: readonly [x: number, y: number] = [NaN, NaN];

  function place(): void {
    const [x, y] = (["x", "y"] as const).map((name, k) => {
      const scale = plot?.scale?.(name);
      if (!scale?.range) return NaN;
      const [from, to] = [...scale.range].sort((a, b) => a - b) as [number, number];
      return Math.min(to, Math.max(from, scale.apply(at[k]) as number));
    });
    const unknown = Number.isNaN(x) || Number.isNaN(y);
    group.style.display = unknown ? "none" : "";
    if (!unknown) group.setAttribute("transform", `translate(${x},${y})`);
  }

  return {
    drawOn(drawing) {
      plot = drawing;
      (drawing instanceof SVGSVGElement ? drawing : drawing.querySelector("svg"))!.append(group);
      place();
    },
    show(x, y) {
      at = [x, y];
      place();
    }
  };
}
