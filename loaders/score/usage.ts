import {describeRange} from "../../lib/csv/parseFeature.js";
import {FEATURES} from "../../lib/features/features.js";
import type {StreamCommand} from "./commandOptions.js";

const DOES = {
  score: `Writes the CSV with a column added at its end: p_hit, the model's probability of a hit, 9 digits.
Rows keep their order and all other columns are carried through. Text that a spreadsheet would
run as a formula (=, +, -, @ at its start) gets an apostrophe before it.`,
  explain: `Writes exact SHAP values in log-odds, one row a track: a column a feature of the model, then base
(the margin when no feature is known) and margin. In every row, features and base sum to margin;
the probability of a hit is 1 / (1 + exp(-margin)). An unknown feature takes both branches of a split,
each by its share of the training tracks (path-dependent SHAP, XGBoost's pred_contribs).`
} as const satisfies Record<StreamCommand, string>;

const EXPLAIN_OPTIONS = `
  --interactions    a column a feature with its main effect, then a column a pair, like energy:loudness, with
                    all that the two do only together: exact SHAP interaction values, both halves of a pair
                    in one column. Every row sums to margin as before
  --space SPACE     log-odds, or probability: then the last columns are base and p_hit, and every row sums to
                    p_hit. These are the exact Shapley values of a game in which some features are known and
                    the rest is not, worth the probability at the margin expected then; 20 features at most`;

/** What `--help` prints: what the command does, its options and the columns it reads. */
export function usage(command: StreamCommand): string {
  const columns = FEATURES.map((feature) => {
    const zero = feature.zeroIsMissing ? "; 0 is missing" : feature.name === "decade" ? ", like 1960" : "";
    return `  ${feature.name.padEnd(16)}  ${describeRange(feature)}${zero}`;
  });
  return `Usage: npm run -s ${command} -- TRACKS.csv [options]

${DOES[command]}

TRACKS.csv is a CSV with a header, plain or gzipped; - reads standard input. An empty cell is missing.
Memory stays constant however many rows there are. At the first cell that cannot be used the command
ends with 1 and names it; rows may have been written by then, unless --output is given.

Options
  --model FILE      an XGBoost model (gbtree, binary:logistic) saved as JSON; its feature_names are the
                    columns read. Without it, the site's boosted trees, which are computed if need be
  --output FILE     write FILE instead of standard output, whole or not at all; FILE.gz is compressed
  --decade DECADE   the decade of all tracks, like 2010, for a CSV without the column decade${command === "explain" ? EXPLAIN_OPTIONS : ""}
  --as-is           with --model: any finite number is fine in any column, and 0 is 0
  --help            print this

Columns of the site's model, as far as its study has them, in any order
${columns.join("\n")}
Where "0 is missing", the source of the data writes 0 for what it does not know. The site's models
were fitted so. A --model is read so too; if it was fitted with zeros as they came, add --as-is.
`;
}
