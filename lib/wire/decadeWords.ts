import {formatPercent} from "../format/formatPercent.js";
import {sigmoid} from "../sigmoid.js";
import type {DecadeModel} from "./PredictData.js";

/** What the trees of one decade say of a song. */
export interface DecadeAnswer {
  readonly decade: number; // its first year
  readonly margin: number; // log-odds
}

/** What a feature, or what is expected of any song, adds to the later margin beyond what it adds to the other. */
export interface DecadePart {
  readonly name: string; // as a sentence says it: "acousticness"
  readonly phi: number; // log-odds
}

/** What two decades' trees say of one song, and which of the parts of the difference is the largest in its direction. */
export function decadeWords(from: DecadeAnswer, to: DecadeAnswer, parts: readonly DecadePart[]): string {
  const [p, q] = [from, to].map(({margin}) => formatPercent(sigmoid(margin)));
  const difference = to.margin - from.margin;
  if (p === q) return `The ${from.decade}s’ trees and the ${to.decade}s’ both give it ${p}.`;
  const said = `The ${from.decade}s’ trees give it ${p}, the ${to.decade}s’ ${q}`;
  const largest = parts.reduce((most, part) => (Math.sign(difference) * (part.phi - most.phi) > 0 ? part : most));
  return `${said}: the largest part of the difference goes with ${largest.name}.`;
}

/** What the models of each decade are and are not: they heard their decade alone, at its share of hits. */
export function decadeCaveat(models: readonly DecadeModel[]): string {
  const shares = models.map(({hitShare}) => hitShare);
  const range = [Math.min(...shares), Math.max(...shares)].map(formatPercent);
  return (
    `Each decade’s trees heard the tracks of that decade alone, of which ${[...new Set(range)].join(" to ")} ` +
    `were hits; the probabilities hold at that share. AUC, with its 95 % interval, tells how far to trust each: the share of ` +
    `pairs of a hit and a flop of its decade, by artists it had not heard, that it ranks right.`
  );
}
