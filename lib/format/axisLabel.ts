import type {Feature} from "../features/features.js";

/** A feature's name as the label of an axis or a small chart, with its unit where ticks leave it out. */
export function axisLabel({label, unit}: Pick<Feature, "label" | "unit">): string {
  const said: Partial<Record<Feature["unit"], string>> = {dB: "dB", BPM: "BPM", ms: "min:sec", s: "min:sec"};
  return said[unit] ? `${label} (${said[unit]})` : label;
}
