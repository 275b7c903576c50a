import type {Columns} from "../../lib/columns.js";
import type {FeatureSpace} from "../../lib/similarity/featureSpace.js";

/** The space of the tracks given: mean and standard deviation of the known values of each feature. */
export function spaceOf({names, columns}: Columns): FeatureSpace {
  const moments = columns.map((column) => {
    const known = Float64Array.from(column).filter((value) => !Number.isNaN(value));
    const mean = known.reduce((sum, value) => sum + value, 0) / Math.max(1, known.length);
    const variance = known.reduce((sum, value) => sum + (value - mean) ** 2, 0) / Math.max(1, known.length);
    return {mean: Number(mean.toPrecision(7)), sd: Number(Math.sqrt(variance).toPrecision(7)) || 1};
  });
  return {features: names, mean: moments.map(({mean}) => mean), sd: moments.map(({sd}) => sd)};
}
