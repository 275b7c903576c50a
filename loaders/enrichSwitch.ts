import {InputError} from "../lib/csv/InputError.js";
import {quoteText} from "../lib/csv/quoteText.js";

type Env = Readonly<Record<string, string | undefined>>;

/**
 * Whether the owner lets models read Spotify's answers; off unless told so in as many words.
 *
 * @throws InputError if `ENRICHMENT_AS_INPUT` is anything but 1, 0 or nothing
 */
export function enrichmentIsInput({ENRICHMENT_AS_INPUT: told = ""}: Env): boolean {
  if (told === "1") return true;
  if (told === "" || told === "0") return false;
  throw new InputError(`expected 1 or 0; got ${quoteText(told)}`, {file: "ENRICHMENT_AS_INPUT"});
}

const RULE = "=".repeat(78);

/** What to tell a person who lets models read Spotify's answers; null where nobody does. */
export function enrichmentWarning(env: Env): string | null {
  if (!enrichmentIsInput(env)) return null;
  return `${RULE}
ENRICHMENT_AS_INPUT=1: models of the comparison read what Spotify answered.

Spotify's developer terms (version 10, 15 May 2025, section IV.2.1.a) forbid to
train a machine learning model on Spotify content or to ingest it into one.
Whether you may is between you and Spotify; without this variable nothing is.
Popularity and followers are measured today, after a song was or was not a hit.
The models that predict and explain songs on the pages never read them.
${RULE}`;
}
