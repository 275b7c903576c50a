import {parseArgs} from "node:util";
import {InputError} from "../../lib/csv/InputError.js";
import {quoteText} from "../../lib/csv/quoteText.js";
import {KINDS, type Kind} from "./types.js";

/** What was asked for on the command line. */
export interface EnrichArguments {
  readonly help: boolean;
  readonly dryRun: boolean;
  readonly retryClosed: boolean;
  readonly limit: number; // ids of each kind; Infinity without a limit
  readonly kinds: readonly Kind[]; // in the order they are asked
}

const refuse = (problem: string): never => {
  throw new InputError(`${problem}; npm run enrich -- --help tells more`, {file: "enrich"});
};

/**
 * Reads the arguments of `enrich`.
 *
 * @param args what follows the command's name
 * @throws InputError for an unknown option, a limit that is no whole number from 1, a kind that is none; Node's errors,
 *   named ERR_PARSE_ARGS..., for what is no option at all
 */
export function enrichOptions(args: readonly string[]): EnrichArguments {
  const {values} = parseArgs({
    args: [...args],
    options: {
      limit: {type: "string"},
      only: {type: "string", multiple: true},
      "dry-run": {type: "boolean"},
      "retry-closed": {type: "boolean"},
      help: {type: "boolean", short: "h"}
    }
  });
  const {limit, only} = values;
  if (limit !== undefined && !/^[1-9]\d{0,8}$/.test(limit)) {
    refuse(`expected a whole number from 1 after --limit; got ${quoteText(limit)}`);
  }
  for (const name of only ?? []) {
    if (!KINDS.some((kind) => kind === name)) refuse(`expected --only ${KINDS.join(" or ")}; got ${quoteText(name)}`);
  }
  return {
    help: values.help ?? false,
    dryRun: values["dry-run"] ?? false,
    retryClosed: values["retry-closed"] ?? false,
    limit: limit === undefined ? Infinity : Number(limit),
    kinds: only ? KINDS.filter((kind) => only.includes(kind)) : KINDS
  };
}
