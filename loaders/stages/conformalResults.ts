import type {LearnRule} from "../../lib/calibration/learnFrom.js";
import {columnNamed} from "../../lib/columnNamed.js";
import type {Columns} from "../../lib/columns.js";
import {conformalVerdicts} from "../../lib/conformal/conformalVerdicts.js";
import {summariseVerdicts} from "../../lib/conformal/summariseVerdicts.js";
import type {ConformalResult} from "../../lib/wire/ModelsData.js";
import type {Judged} from "./evaluate.js";

/** What a reader may ask for. */
const ERROR_RATES = [0.05, 0.1, 0.15, 0.2];

/** Verdicts at each error rate, summed up over all tracks and over those of each decade. */
export function conformalResults({y, p, part}: Judged, rule: LearnRule, X: Columns): ConformalResult[] {
  const decade = columnNamed(X, "decade");
  const years = [...new Set(decade)].filter((year) => !Number.isNaN(year)).sort((a, b) => a - b);
  const decades = years.map((year) => ({year, rows: Array.from(decade.keys()).filter((i) => decade[i] === year)}));
  return ERROR_RATES.map((errorRate) => {
    const verdicts = conformalVerdicts({y, p, parts: part, rule, errorRate});
    const byDecade = decades.map(({year, rows}) => {
      const {rows: counted, coverage, unsure} = summariseVerdicts(verdicts, rows);
      return {decade: year, rows: counted, coverage, unsure};
    });
    return {errorRate, ...summariseVerdicts(verdicts), byDecade};
  });
}
