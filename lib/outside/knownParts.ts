import {answerOf, answerRange} from "./answerOf.js";
import {knownInputs} from "./knownInputs.js";
import type {AskedFeature} from "./OutsideData.js";
import type {OutsideValue} from "./OutsideSong.js";
import {outsideRow} from "./outsideRow.js";

/** What of a song is known exactly, and what roughly. */
export interface KnownParts {
  readonly x: Float32Array; // one value a feature of the model, in their order; read only where something is known
  readonly known: readonly boolean[]; // one a feature: the value is the song's
  readonly roughly?: readonly (Range | null)[]; // one a feature: where the song's value lies, as an answer says; null: it says nothing
}

type Range = readonly [from: number, to: number]; // the second is not included

/**
 * How far each value of a song can be relied on, for rangeOfUnknowns. An answer tells where a value lies and no more;
 * but for the decade's, which is known also where it is assumed: see knownInputs.
 *
 * @param features the controls' names, one a value
 */
export function knownParts(
  values: readonly OutsideValue[],
  features: readonly string[],
  questions: readonly AskedFeature[]
): Required<KnownParts> {
  const inputs = knownInputs(values, features);
  const roughly = features.map((name, j) => {
    const question = values[j].knowing === "asked" && questions.find(({feature}) => feature === name);
    return question ? answerRange(question, answerOf(question, values[j].value)) : null;
  });
  return {x: outsideRow(values), known: features.map((name, j) => name in inputs && !roughly[j]), roughly};
}
