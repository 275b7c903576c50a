import type {Feature} from "../features/features.js";

const KEYS = ["C", "C♯/D♭", "D", "D♯/E♭", "E", "F", "F♯/G♭", "G", "G♯/A♭", "A", "A♯/B♭", "B"];

/**
 * A feature's value as a musician reads it: key names, min:sec, BPM, dB.
 *
 * @param value in the feature's own unit; NaN is shown as "unknown"
 */
export function formatFeature(feature: Pick<Feature, "unit">, value: number): string {
  if (Number.isNaN(value)) return "unknown";
  switch (feature.unit) {
    case "key":
      return KEYS[Math.round(value)] ?? `${value}`;
    case "mode":
      return value >= 0.5 ? "major" : "minor";
    case "ms":
      return formatMinutes(value / 1000);
    case "s":
      return formatMinutes(value);
    case "dB":
      return `${formatNumber(value, 1)} dB`;
    case "BPM":
      return `${formatNumber(value, 0)} BPM`;
    case "beats":
      return `${formatNumber(value, 0)} ${value === 1 ? "beat" : "beats"} a bar`;
    case "year":
      return `${value}s`;
    case "count":
      return formatNumber(value, 0);
    case "":
      return value > 0 && value < 0.01 ? "< 0.01" : formatNumber(value, 2);
  }
}

function formatMinutes(seconds: number): string {
  const whole = Math.round(seconds);
  return `${Math.floor(whole / 60)}:${String(whole % 60).padStart(2, "0")}`;
}

function formatNumber(value: number, digits: number): string {
  const text = value.toFixed(digits);
  return Number(text) === 0 ? text.replace("-", "") : text.replace("-", "−");
}
