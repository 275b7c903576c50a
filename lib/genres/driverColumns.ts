import type {Columns} from "../columns.js";
import {FEATURES} from "../features/features.js";
import {columnScale} from "../logistic/columnScale.js";

const FAR = 3; // standard deviations at which a value is cut: few tracks must not bend a slope
const KNOWN = 0.5; // share of the rows that must know a feature

/** A column that is more or less of something, standardised. */
export interface DriverColumn {
  readonly name: string; // of the feature
  readonly values: Float64Array; // in standard deviations from the mean over all rows, cut at 3; missing is 0
}

/**
 * The features that can be more or less, as columns of mean 0 and standard deviation 1: a slope on one is the change in
 * log-odds a standard deviation. Keys go round and beats a bar hardly vary, so neither is among them; lengths are taken
 * by their logarithm. Features that are constant, or unknown of most rows, are left out.
 *
 * @param X any columns; those of `FEATURES` are picked by name
 */
export function driverColumns(X: Columns): DriverColumn[] {
  return FEATURES.flatMap(({name, unit}) => {
    const column = X.columns[X.names.indexOf(name)];
    if (!column || unit === "key" || unit === "beats") return [];
    const known = column.reduce((sum, value) => sum + Number(!Number.isNaN(value)), 0);
    if (known < KNOWN * X.length) return [];
    const raw = unit === "ms" ? column.map((value) => (value > 0 ? Math.log(value) : NaN)) : column;
    const {mean, deviation, constant} = columnScale(raw);
    if (constant) return [];
    const cut = (value: number) => Math.max(-FAR, Math.min(FAR, (value - mean) / deviation));
    return [{name, values: Float64Array.from(raw, (value) => (Number.isNaN(value) ? 0 : cut(value)))}];
  });
}
