import type {TokenEndpointResponse} from "oauth4webapi";
import type {SpotifyTokens} from "./loginTypes.js";

const USUAL_SECONDS = 3600;

/**
 * What a token endpoint gave.
 *
 * @param nowMs when it was asked
 * @param before the refresh token that was used: it stays where no new one came
 */
export const loginTokens = (
  {access_token, refresh_token, expires_in = USUAL_SECONDS}: TokenEndpointResponse,
  nowMs: number,
  before: string | null = null
): SpotifyTokens => ({
  accessToken: access_token,
  refreshToken: refresh_token ?? before,
  expiresAtMs: nowMs + 1000 * expires_in
});
