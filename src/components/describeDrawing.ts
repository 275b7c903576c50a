/** Makes a drawing one image for a screen reader: the label says what it shows, its table is beside it. */
export function describeDrawing(svg: SVGSVGElement, label: string): void {
  svg.setAttribute("role", "img");
  svg.setAttribute("aria-label", label);
  for (const part of svg.querySelectorAll("[aria-label], [aria-description]")) {
    part.removeAttribute("aria-label");
    part.removeAttribute("aria-description");
  }
}
