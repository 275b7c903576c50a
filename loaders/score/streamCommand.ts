import path from "node:path";
import {FEATURES} from "../../lib/features/features.js";
import type {TreeEnsemble} from "../../lib/trees/types.js";
import {commandOptions, type StreamCommand} from "./commandOptions.js";
import {explainedCsv} from "./explainedCsv.js";
import {featureReader, type FeatureReader} from "./featureReader.js";
import {modelThreads} from "./modelThreads.js";
import {openInput} from "./openInput.js";
import {readModel} from "./readModel.js";
import {rowDisplay} from "./rowDisplay.js";
import {scoredCsv} from "./scoredCsv.js";
import {usage} from "./usage.js";
import {checkOutput, writeFileWhole, writeStdout} from "./writeOutput.js";

/** Explaining a batch first costs a table a tree, so its batches are larger. */
const ROWS_PER_BATCH = {score: 1 << 13, explain: 1 << 14} as const satisfies Record<StreamCommand, number>;

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
    const names = given?.features ?? FEATURES.map(({name}) => name);
    const reader = featureReader(csv.header, names, csv.name, options);
    const model = modelThreads(given ?? (await loadSiteModel(signal)), signal);
    try {
      display.start();
      const streamed = {
        rowsPerBatch: ROWS_PER_BATCH[command],
        inFlight: model.threads + 2, // one being read, one being written
        onRows: display.rowsDone,
        signal
      };
      const chunks =
        command === "score"
          ? scoredCsv(csv, reader, model.predict, streamed)
          : explainedCsv(csv, reader, model.explain, streamed);
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
