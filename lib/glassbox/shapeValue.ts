import {interpolate} from "./interpolate.js";
import {knotPosition} from "./knotPosition.js";
import type {Shape} from "./types.js";

/** What a curve adds for a value: straight lines between knots, constant beyond them. */
export function shapeValue({knots, values}: Shape, x: number): number {
  return interpolate(values, knotPosition(knots, x));
}
