import type {Feature} from "../features/features.js";

/** The steps in which a musician names a feature's values, in its unit: whole seconds, whole beats, hundredths, … */
export const sayableStep = ({unit, step}: Feature): number => (unit === "s" ? 1 : step);

/** The value that is n such steps, without the dust of binary fractions: 7 steps of .1 are .7. */
export const sayableValue = (n: number, step: number): number => (step < 1 ? n / Math.round(1 / step) : n * step) + 0; // no −0
