import {customFetch, processRefreshTokenResponse, refreshTokenGrantRequest} from "oauth4webapi";
import {LoginProblem} from "./LoginProblem.js";
import {loginProblemOf} from "./loginProblemOf.js";
import {LOGIN_SERVER, publicClient} from "./loginServer.js";
import {loginTokens} from "./loginTokens.js";
import type {LoginWorld, SpotifyTokens} from "./loginTypes.js";

/**
 * New tokens for old. Spotify rotates refresh tokens: the one used is of no further use where another one comes.
 *
 * @throws LoginProblem if there is no refresh token, or Spotify does not accept it
 */
export async function loginRefresh(
  {refreshToken}: SpotifyTokens,
  clientId: string,
  {ask, now, signal}: LoginWorld
): Promise<SpotifyTokens> {
  if (!refreshToken) throw new LoginProblem("The login has expired. Sign in again.");
  const {client, auth} = publicClient(clientId);
  try {
    const options = {[customFetch]: ask, signal};
    const response = await refreshTokenGrantRequest(LOGIN_SERVER, client, auth, refreshToken, options);
    return loginTokens(await processRefreshTokenResponse(LOGIN_SERVER, client, response), now(), refreshToken);
  } catch (error) {
    throw loginProblemOf(error);
  }
}
