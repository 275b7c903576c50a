// data/*.json: see loaders/dataFiles.ts.
import {printDataFile} from "../../loaders/site/printDataFile.js";

await printDataFile(".json");
