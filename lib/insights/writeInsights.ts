import type {Answer, Finding, InsightsData} from "../wire/InsightsData.js";
import {doubtFinding} from "./doubtFinding.js";
import {driversOf} from "./drivers.js";
import type {Evidence} from "./Evidence.js";
import {wordOf} from "./featureWords.js";
import {futureFinding} from "./futureFinding.js";
import {identityFinding} from "./identityFinding.js";
import {idleFinding} from "./idleFinding.js";
import {leaningFinding} from "./leaningFinding.js";
import {ledger} from "./ledger.js";
import {lengthFinding} from "./lengthFinding.js";
import {linesFinding} from "./linesFinding.js";
import {ninetyFinding} from "./ninetyFinding.js";
import {said} from "./said.js";
import {STAGES} from "./stageNames.js";
import {TRAITS, traitFinding} from "./traitFinding.js";
import {voiceFinding} from "./voiceFinding.js";

/** The findings, worded from what was measured; the order is the page's. */
export function writeInsights(evidence: Evidence): InsightsData {
  const findings = [
    leaningFinding(evidence),
    voiceFinding(evidence),
    ...TRAITS.map((expected) => traitFinding(expected, evidence)),
    lengthFinding(evidence),
    idleFinding(evidence),
    linesFinding(evidence),
    identityFinding(evidence),
    doubtFinding(evidence),
    ninetyFinding(evidence),
    futureFinding(evidence)
  ];
  return {hash: evidence.hash, label: evidence.label, answer: answerOf(evidence, findings), findings};
}

/** The page's question answered in a sentence, and how many findings stand behind it. */
function answerOf(evidence: Evidence, findings: readonly Finding[]): Answer {
  const book = ledger();
  const count = (id: string, of: number, what: string) => book.enter(id, {of, what, format: "count", stage: STAGES.insights}); // prettier-ignore
  const standing = findings.filter(({state}) => state !== "withdrawn").length;
  const reversed = findings.filter(({state}) => state === "reversed").length;
  const [driver] = driversOf(evidence);
  const named = findings.find(({id}) => id === "identity")!;
  const [all, claimed] = [count("all", findings.length, "findings looked for"), count("standing", standing, "findings these tracks bear out")]; // prettier-ignore
  const turned = reversed === 0 ? said`` : said`, ${count("reversed", reversed, "findings that were otherwise at first")} of them otherwise than on the tracks they were first written for`; // prettier-ignore
  return {
    title: driver
      ? said`Of all a track’s sound, ${wordOf(driver.feature)} tells most about hits${named.state === "holds" ? ", and the artist’s name tells more" : ""}`
      : said`These tracks do not show which sounds go with hits`,
    text: said`Of ${all} findings looked for, these tracks bear out ${claimed}${turned}. ${standing < findings.length ? "The rest are withdrawn, and say why." : "None is withdrawn."}`,
    numbers: book.numbers
  };
}
