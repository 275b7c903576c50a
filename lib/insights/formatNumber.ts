import {formatMeasure} from "../format/formatMeasure.js";
import {formatFeature} from "../format/formatFeature.js";
import {formatPercent} from "../format/formatPercent.js";
import {formatPoints} from "../format/formatPoints.js";
import {formatShare} from "../format/formatShare.js";
import type {NumberFormat} from "../wire/InsightsData.js";

const FORMATS: Readonly<Record<NumberFormat, (value: number) => string>> = {
  measure: formatMeasure,
  change: (value) => formatMeasure(value, {signed: true}),
  share: formatShare,
  percent: formatPercent,
  points: formatPoints,
  count: (value) => value.toLocaleString("en"),
  decade: (value) => `${value}s`,
  deviations: signed,
  logOdds: (value) => value.toFixed(2),
  length: (value) => formatFeature({unit: "ms"}, value)
};

/** "+0.31", "−0.05", "0.00". */
function signed(value: number): string {
  const text = Math.abs(value).toFixed(2);
  return `${Number(text) === 0 ? "" : value < 0 ? "−" : "+"}${text}`;
}

/** A finite number as prose, charts and the ledger write it. */
export const formatNumber = (format: NumberFormat, value: number): string => FORMATS[format](value);
