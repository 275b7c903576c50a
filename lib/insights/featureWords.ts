import {featureNamed} from "../features/featureNamed.js";

/** A feature's name inside a sentence. */
export const wordOf = (feature: string): string => featureNamed(feature).label.toLowerCase();

/** The same at the start of one. */
export const headOf = (feature: string): string => featureNamed(feature).label;
