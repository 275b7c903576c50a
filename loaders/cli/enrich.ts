// npm run enrich: asks Spotify about the study's tracks and keeps the answers in data/enriched/; --help tells the rest.
import {enrichCommand} from "../enrich/enrichCommand.js";
import {runCommand} from "./runCommand.js";

await runCommand((signal) => enrichCommand(process.argv.slice(2), signal));
