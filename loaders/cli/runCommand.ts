import {InputError} from "../../lib/csv/InputError.js";
import {StageError} from "../store/runStages.js";

/**
 * Runs a command to its end: errors in what a user gave are printed without a stack, others with it, and the process
 * leaves with 1. Ctrl-C aborts the signal and leaves with 130; what was finished stays.
 */
export async function runCommand(command: (signal: AbortSignal) => Promise<void>): Promise<void> {
  const stopper = new AbortController();
  for (const name of ["SIGINT", "SIGTERM"] as const) process.once(name, () => stopper.abort());
  // A reader that has seen enough, such as head, closes the pipe: that is no error.
  process.stdout.on("error", (error: NodeJS.ErrnoException) => {
    if (error.code === "EPIPE") process.exit(0);
    console.error(`error: cannot write to the standard output: ${error.message}`);
    process.exit(1);
  });
  process.exitCode = 1; // should the event loop run empty before the command has ended
  try {
    await command(stopper.signal);
    process.exitCode = 0;
  } catch (error) {
    if (stopper.signal.aborted) {
      console.error("stopped; what was finished is kept");
      process.exit(130);
    }
    console.error(`error: ${messageOf(error)}`);
    process.exitCode = 1;
  }
}

function messageOf(error: unknown): string {
  if (error instanceof InputError || isUsersMatter(error)) return (error as Error).message;
  if (error instanceof StageError) {
    const {name, message, stack} = error.failure;
    return name === "InputError" ? message : `stage ${error.stage} failed: ${stack ?? message}`;
  }
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}

/** Options that do not exist, a port that is taken: errors of Node's that need no stack. */
function isUsersMatter(error: unknown): boolean {
  const {code = ""} = Object(error) as NodeJS.ErrnoException;
  return code.startsWith("ERR_PARSE_ARGS") || code === "EADDRINUSE" || code === "EACCES";
}
