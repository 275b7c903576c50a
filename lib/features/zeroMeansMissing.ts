import {formatList} from "../format/formatList.js";
import {featureNamed} from "./featureNamed.js";

/** Those of some features in which their source writes 0 for what it does not know, as a list in words. */
export const zeroMeansMissing = (names: readonly string[]): string =>
  formatList(names.map(featureNamed).flatMap(({zeroIsMissing, label}) => (zeroIsMissing ? [label.toLowerCase()] : [])));
