import {bisectLeft} from "d3-array";
import {countUpTo} from "../countUpTo.js";
import {shortestFloat} from "../trees/shortestFloat.js";
import {binShares} from "./binShares.js";
import type {TrainedFeature} from "./CatalogueData.js";

const LISTED = 16; // most distinct values that are bins of their own
const DIGITS = 5; // of a share

/**
 * Describes how a feature's values lie among the tracks that a model learned from: percentiles, and bins by value where
 * these are few, else by deciles.
 *
 * @param column one value a track, NaN where unknown
 */
export function trainedFeature(name: string, column: Float32Array): TrainedFeature {
  const known = column.filter((value) => !Number.isNaN(value)).sort();
  const missing = column.length === 0 ? 0 : round(1 - known.length / column.length);
  if (known.length === 0)
    return {name, min: null, max: null, missing, median: null, values: [], below: [], upTo: [], edges: [], shares: []};
  const quantile = (share: number) => known[Math.round(share * (known.length - 1))];
  const values = [...new Set(Array.from({length: 101}, (_, percent) => quantile(percent / 100)))];
  const distinct = [...new Set(known)];
  const deciles = new Set(Array.from({length: 9}, (_, k) => quantile((k + 1) / 10)));
  const max = quantile(1);
  const edges = distinct.length <= LISTED ? distinct.slice(0, -1) : [...deciles].filter((edge) => edge < max);
  return {
    name,
    min: shortestFloat(quantile(0)),
    max: shortestFloat(max),
    missing,
    median: shortestFloat(quantile(0.5)),
    values: values.map(shortestFloat),
    below: values.map((value) => round(bisectLeft(known, value) / known.length)),
    upTo: values.map((value) => round(countUpTo(known, value) / known.length)),
    edges: edges.map(shortestFloat),
    shares: binShares(known, edges).map(round)
  };
}

const round = (share: number) => Number(share.toFixed(DIGITS));
