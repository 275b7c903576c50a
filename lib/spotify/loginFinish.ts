import {
  authorizationCodeGrantRequest,
  customFetch,
  processAuthorizationCodeResponse,
  validateAuthResponse
} from "oauth4webapi";
import {LoginProblem} from "./LoginProblem.js";
import {loginProblemOf} from "./loginProblemOf.js";
import {LOGIN_SERVER, publicClient} from "./loginServer.js";
import {loginTokens} from "./loginTokens.js";
import type {LoginWorld, PendingLogin, SpotifyTokens} from "./loginTypes.js";

/**
 * Ends a login: checks what the reader came back with, and changes its code for tokens.
 *
 * @param pending the login that was begun; null where none was
 * @param returned parameters of the address that Spotify sent the reader to
 * @throws LoginProblem if none was begun, the state is missing or another, the reader or Spotify refused, or the code is
 *   not accepted; without a good state nothing is sent
 */
export async function loginFinish(
  pending: PendingLogin | null,
  returned: URLSearchParams,
  {ask, now, signal}: LoginWorld
): Promise<SpotifyTokens> {
  if (!pending) throw new LoginProblem("This return was refused: no login was begun in this tab.");
  const {client, auth} = publicClient(pending.clientId);
  try {
    const checked = validateAuthResponse(LOGIN_SERVER, client, returned, pending.state);
    const response = await authorizationCodeGrantRequest(
      LOGIN_SERVER,
      client,
      auth,
      checked,
      pending.redirectUri,
      pending.verifier,
      {[customFetch]: ask, signal}
    );
    return loginTokens(await processAuthorizationCodeResponse(LOGIN_SERVER, client, response), now());
  } catch (error) {
    throw loginProblemOf(error);
  }
}
