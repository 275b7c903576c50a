// npm run -s score -- tracks.csv: the CSV with the column p_hit added; --help tells the rest.
import {streamCommand} from "../score/streamCommand.js";
import {runCommand} from "./runCommand.js";

await runCommand((signal) => streamCommand("score", process.argv.slice(2), signal));
