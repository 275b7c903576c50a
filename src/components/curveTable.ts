import {bisectRight} from "d3-array";
import type {Curve} from "../lib/wire/ModelsData.js";
import type {TableData} from "./dataTable.js";

const STEPS = 20;

/** Curves read off at every 5 % of the horizontal axis, a column a curve; empty before a curve starts. */
export function curveTable(x: string, curves: readonly {readonly name: string; readonly curve: Curve}[]): TableData {
  return {
    columns: [x, ...curves.map(({name}) => name)],
    rows: Array.from({length: STEPS + 1}, (_, k) => [k / STEPS, ...curves.map(({curve}) => heightAt(curve, k / STEPS))])
  };
}

/** A curve's height at a place, on a straight line between its points; null before the first. */
export function heightAt({x, y}: Curve, at: number): number | null {
  const above = bisectRight(x as number[], at); // first point beyond
  if (above === 0) return null;
  const below = above - 1;
  if (above === x.length) return y[below];
  return y[below] + ((y[above] - y[below]) * (at - x[below])) / (x[above] - x[below]);
}
