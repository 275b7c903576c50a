import type {Design, HierarchicalFit} from "./types.js";

/**
 * Margins of rows by their groups' coefficients.
 *
 * @param group number of each row's group
 * @returns log-odds, one a row
 * @throws RangeError if the design is not as wide as the fit's
 */
export function hierarchicalMargins(
  {width, effect}: Pick<HierarchicalFit, "width" | "effect">,
  design: Design,
  group: Int32Array
): Float64Array {
  if (design.width !== width) {
    throw new RangeError(`hierarchicalMargins requires ${width} columns; got ${design.width}`);
  }
  return Float64Array.from(group, (g, row) => {
    let margin = 0;
    for (let j = 0; j < width; j++) margin += design.values[row * width + j] * effect[g * width + j];
    return margin;
  });
}
