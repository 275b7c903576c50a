import {defineStage} from "../store/stage.js";
import type {Dataset, Provenance} from "../tracks/types.js";

/** Where the tracks came from, apart from the tracks: the header of every page reads only this. */
export default defineStage(({dataset}: {dataset: Dataset}): Provenance => dataset.provenance);
