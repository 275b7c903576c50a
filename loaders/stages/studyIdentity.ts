import {createHash} from "node:crypto";
import {encodeTrees} from "../../lib/trees/encodeTrees.js";
import type {TreeEnsemble} from "../../lib/trees/types.js";
import type {StudyIdentity} from "../../lib/wire/StudyIdentity.js";
import type {Provenance} from "../tracks/types.js";

/** Which tracks and which boosted trees a page's data speak of. */
export const studyIdentity = ({hash, synthetic, tracks, hits}: Provenance, boosted: TreeEnsemble): StudyIdentity => ({
  dataHash: hash,
  modelHash: createHash("sha256").update(encodeTrees(boosted)).digest("hex").slice(0, 12),
  synthetic,
  tracks,
  hitShare: hits / tracks
});
