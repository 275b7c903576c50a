import {parseArgs} from "node:util";
import {InputError} from "../../lib/csv/InputError.js";
import {quoteText} from "../../lib/csv/quoteText.js";
import type {Space} from "../../lib/wire/ExplainData.js";

/** The commands that stream a CSV through a model. */
export type StreamCommand = "score" | "explain";

/** What `explain` writes. */
export interface ExplainMode {
  readonly interactions: boolean; // main effects and pairs instead of features
  readonly space: Space; // what each row adds up to: a margin or a probability
}

/** What was asked for on the command line; `score` has but one mode. */
export interface CommandOptions extends ExplainMode {
  readonly help: boolean;
  readonly input: string; // path of a CSV; "-" is standard input
  readonly model?: string; // path of an XGBoost model; without it the site's own
  readonly output?: string; // path; without it standard output
  readonly decade?: string; // of all tracks, for a CSV without that column
  readonly asIs: boolean; // numbers count as they are: no known ranges, 0 is 0
}

const TEXT = {score: ["model", "output", "decade"], explain: ["model", "output", "decade", "space"]} as const;
const FLAGS = {score: ["as-is", "help"], explain: ["interactions", "as-is", "help"]} as const;
const SPACES: readonly Space[] = ["log-odds", "probability"];

/**
 * Reads the arguments of `score` and `explain`.
 *
 * @param args what follows the command's name
 * @throws InputError for an unknown option, one given twice or without its value, an unknown space, and other than one
 *   CSV
 */
export function commandOptions(command: StreamCommand, args: readonly string[]): CommandOptions {
  const refuse = (problem: string): never => {
    throw new InputError(`${problem}; npm run -s ${command} -- --help tells more`, {file: command});
  };
  const text: readonly string[] = TEXT[command];
  const flags: readonly string[] = FLAGS[command];
  const options = {
    ...Object.fromEntries(text.map((name) => [name, {type: "string" as const}])),
    ...Object.fromEntries(flags.map((name) => [name, {type: "boolean" as const}])),
    help: {type: "boolean" as const, short: "h"}
  };
  const given = new Map<string, string>();
  const inputs: string[] = [];
  for (const token of parseArgs({args: [...args], options, strict: false, allowPositionals: true, tokens: true})
    .tokens) {
    if (token.kind === "positional") inputs.push(token.value);
    if (token.kind !== "option") continue;
    const {name, rawName, value, inlineValue} = token;
    const isText = text.includes(name);
    if (!isText && !flags.includes(name)) {
      refuse(`expected ${[...text, ...flags].map((known) => `--${known}`).join(", ")}; got ${quoteText(rawName)}`);
    }
    if (given.has(name)) refuse(`expected --${name} once; got it twice`);
    if (isText && !value) refuse(`expected a value after --${name}; got none`);
    if (isText && !inlineValue && value?.startsWith("-")) {
      refuse(`expected a value after --${name}; got ${quoteText(value)}`);
    }
    if (!isText && value !== undefined) refuse(`expected no value after --${name}; got ${quoteText(value)}`);
    given.set(name, value ?? "");
  }
  const help = given.has("help");
  const [model, output, decade] = TEXT.score.map((name) => given.get(name));
  const asIs = given.has("as-is");
  const interactions = given.has("interactions");
  const named = given.get("space") ?? "log-odds";
  const space = SPACES.find((known) => known === named);
  if (space === undefined) return refuse(`expected --space ${SPACES.join(" or ")}; got ${quoteText(named)}`);
  if (!help && inputs.length !== 1) refuse(`expected one CSV, or - for standard input; got ${inputs.length || "none"}`);
  if (!help && asIs && model === undefined) refuse("expected --as-is with a --model; got the site's own model");
  return {help, input: inputs[0], model, output, decade, asIs, interactions, space};
}
