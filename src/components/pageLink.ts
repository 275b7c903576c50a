import {featureNamed} from "../lib/features/featureNamed.js";
import {decodeLink, type DecodedLink} from "../lib/permalink/decodeLink.js";
import {encodeLink} from "../lib/permalink/encodeLink.js";
import type {LinkedChoice, LinkTerms} from "../lib/permalink/types.js";
import type {PredictData} from "../lib/wire/PredictData.js";
import {startingChoice, type PredictChoice} from "./predictState.js";
import type {SongModels} from "./songModels.js";

const MARK = "#s="; // other fragments are places on the page

/** Writes what a reader has chosen as the fragment of an address, and reads it. */
export interface PageLink {
  readonly write: (choice: PredictChoice) => string; // "" where all is as at first
  readonly read: (fragment: string) => DecodedLink | null; // null where it is no such fragment
}

export function pageLink(data: PredictData, models: SongModels): PageLink {
  const {dataHash, modelHash} = data;
  const terms: LinkTerms = {
    controls: data.controls.map((control) => {
      const {name, label, min, max} = featureNamed(control.name);
      return {name, label, min: Math.min(min, control.min ?? min), max: Math.max(max, control.max ?? max)};
    }),
    start: linked(startingChoice(data)),
    errorRates: data.thresholds.map(({errorRate}) => errorRate),
    models: models.explainable
  };
  return {
    write(choice) {
      const text = encodeLink(linked(choice), {dataHash, modelHash, p: models.p("boosted", choice.x)}, terms);
      return text && `${MARK}${text}`;
    },
    read: (fragment) => (fragment.startsWith(MARK) ? decodeLink(fragment.slice(MARK.length), terms) : null)
  };
}

const linked = (choice: PredictChoice): LinkedChoice => ({...choice, songId: choice.song?.id ?? ""});
