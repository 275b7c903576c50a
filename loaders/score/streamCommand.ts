import path from "node:path";
import {InputError} from "../../lib/csv/InputError.js";
import {MOST_PLAYERS} from "../../lib/shap/emptyGame.js";
import type {TreeEnsemble} from "../../lib/trees/types.js";
import {commandOptions, type ExplainMode, type StreamCommand} from "./commandOptions.js";
import {explainedCsv} from "./explainedCsv.js";
import {featureReader, type FeatureReader} from "./featureReader.js";
import {modelThreads} from "./modelThreads.js";
import {openInput} from "./openInput.js";
import {readModel} from "./readModel.js";
import {rowDisplay} from "./rowDisplay.js";
import {scoredCsv} from "./scoredCsv.js";
import {usage} from "./usage.js";
import {checkOutput, writeFileWhole, writeStdout} from "./writeOutput.js";

/** Rows of a batch, by what is done with them and how many features they have. */
function batchRows(command: StreamCommand, {interactions, space}: ExplainMode, features: number): number {
  if (command === "score") return 1 << 13;
  if (space === "probability") return 1 << 7; // a second or so
  if (interactions) return Math.ceil(2 ** 20 / features ** 2); // 4 megabytes
  return 1 << 14; // a batch first costs a table a tree
}

/**
 * Streams a CSV through a model: what `score` and `explain` do.
 *
 * @param args of the command line
 * @throws InputError for anything in the arguments, the CSV or the model that cannot be used; the signal's reason
 */
export async function streamCommand(command: StreamCommand, args: string[], signal: AbortSignal): Promise<void> {
  const {help, ...options} = commandOptions(command, args);
  if (help) return void process.stdout.write(usage(command));
  const input = options.input === "-" ? "-" : asTyped(options.input);
  const output = options.output && asTyped(options.output);
  if (output) await checkOutput(output);
  const given = options.model === undefined ? undefined : await readModel(asTyped(options.model));
  const display = await rowDisplay(input);
  const csv = await openInput(input, {signal, onBytes: (bytes) => display.bytesRead(bytes.length)});
  try {
    const names = given?.features ?? (await loadSiteFeatures());
    if (options.space === "probability" && names.length > MOST_PLAYERS) {
      const problem = `expected at most ${MOST_PLAYERS} features with --space probability; got ${names.length}`;
      throw new InputError(problem, {file: options.model ?? command});
    }
    const reader = featureReader(csv.header, names, csv.name, options);
    const model = modelThreads(given ?? (await loadSiteModel(signal)), signal);
    try {
      display.start();
      const streamed = {
        rowsPerBatch: batchRows(command, options, names.length),
        inFlight: model.threads + 2, // one being read, one being written
        onRows: display.rowsDone,
        signal
      };
      const chunks =
        command === "score"
          ? scoredCsv(csv, reader, model.predict, streamed)
          : explainedCsv(csv, reader, options, (X) => model.explain(X, options), streamed);
      await (output ? writeFileWhole(output, chunks, signal) : writeStdout(chunks, signal));
    } finally {
      display.stop();
      await model.stop();
    }
    if (given) noteZeros(reader);
  } finally {
    await csv.close();
  }
}

/** The stages and all that they import are loaded only where they are needed. */
async function loadSiteModel(signal: AbortSignal): Promise<TreeEnsemble> {
  const {siteModel} = await import("./siteModel.js");
  return siteModel(signal);
}

async function loadSiteFeatures(): Promise<readonly string[]> {
  const {siteFeatures} = await import("./siteFeatures.js");
  return siteFeatures();
}

/** A path as its typist meant it: npm runs a script in the project's folder, wherever it was called. */
function asTyped(file: string): string {
  const {INIT_CWD, npm_lifecycle_event: script} = process.env;
  if (path.isAbsolute(file)) return file;
  return INIT_CWD && (script === "score" || script === "explain")
    ? path.relative("", path.resolve(INIT_CWD, file))
    : file;
}

function noteZeros(reader: FeatureReader): void {
  const zeros = [...reader.zeros()].map(([name, count]) => `${name} ${count}`);
  if (zeros.length > 0) console.warn(`note: zeros counted as missing: ${zeros.join(", ")}; --as-is takes them as 0`);
}
