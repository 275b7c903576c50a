const SVG = "http://www.w3.org/2000/svg";

/** A small shape of a drawing that has thousands. */
export interface PaintedShape {
  readonly d: string; // of its path
  readonly pass: number; // shapes of later passes cover those of earlier ones
  readonly fill: string;
  readonly fillOpacity?: number;
  readonly stroke?: string;
}

/** Thousands of shapes as a few paths, one for each pass and look: elements of their own would be slow. */
export function paintShapes(shapes: readonly PaintedShape[]): SVGElement {
  const paths = new Map<string, PaintedShape[]>();
  for (const shape of [...shapes].sort((a, b) => a.pass - b.pass)) {
    const look = [shape.pass, shape.fill, shape.fillOpacity, shape.stroke].join();
    const path = paths.get(look);
    if (path) path.push(shape);
    else paths.set(look, [shape]);
  }
  const group = document.createElementNS(SVG, "g");
  for (const path of paths.values()) {
    const [{fill, fillOpacity = 1, stroke = "none"}] = path;
    const element = document.createElementNS(SVG, "path");
    element.setAttribute("d", path.map(({d}) => d).join(""));
    element.setAttribute("fill", fill);
    element.setAttribute("fill-opacity", fillOpacity.toFixed(2));
    element.setAttribute("stroke", stroke);
    group.append(element);
  }
  return group;
}
