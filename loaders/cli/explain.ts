// npm run -s explain -- tracks.csv: SHAP values, one row a track; --help tells the rest.
import {streamCommand} from "../score/streamCommand.js";
import {runCommand} from "./runCommand.js";

await runCommand((signal) => streamCommand("explain", process.argv.slice(2), signal));
