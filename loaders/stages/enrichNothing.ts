import type {EnrichmentData} from "../../lib/wire/EnrichmentData.js";
import {defineStage} from "../store/stage.js";

/** What pages say of Spotify's answers where nothing was ever asked. */
export default defineStage((_: object, {isInput}: {isInput: boolean}): EnrichmentData => ({
  coverage: null,
  isInput,
  exam: null
}));
