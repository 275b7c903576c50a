// data/reasonSpace.arrow: the boosted trees' reasons for all tracks, coarsely; see lib/tracks/encodeReasonSpace.ts.
import {encodeReasonSpace} from "../../lib/tracks/encodeReasonSpace.js";
import {siteData} from "../../loaders/siteData.js";

process.stdout.write(encodeReasonSpace(await siteData("reasonSpace")));
