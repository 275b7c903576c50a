import {defineStage} from "../store/stage.js";
import type {Located} from "../tracks/locateTracks.js";
import {readDataset} from "../tracks/readDataset.js";

/** The study: read, checked, cleaned. */
export default defineStage((_: object, located: Located) => readDataset(located));
