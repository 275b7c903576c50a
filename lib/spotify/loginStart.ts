import {calculatePKCECodeChallenge, generateRandomCodeVerifier, generateRandomState} from "oauth4webapi";
import {LoginProblem} from "./LoginProblem.js";
import {LOGIN_SERVER} from "./loginServer.js";
import type {PendingLogin} from "./loginTypes.js";

const CLIENT_ID = /^[0-9A-Za-z]{32}$/;

/**
 * Begins a login by Authorization Code with PKCE (S256); verifier and state come from crypto.getRandomValues. No scope is
 * asked for: what any track is needs none.
 *
 * @returns where to send the reader, and what to keep until the return
 * @throws LoginProblem if the client id cannot be one
 * @see RFC 7636; RFC 6749, 4.1
 */
export async function loginStart({
  clientId,
  redirectUri
}: Pick<PendingLogin, "clientId" | "redirectUri">): Promise<{address: string; pending: PendingLogin}> {
  if (!CLIENT_ID.test(clientId))
    throw new LoginProblem(`A client id has 32 letters and digits; got ${clientId.length} characters.`);
  const verifier = generateRandomCodeVerifier();
  const state = generateRandomState();
  const address = new URL(LOGIN_SERVER.authorization_endpoint!);
  address.search = new URLSearchParams({
    response_type: "code",
    client_id: clientId,
    redirect_uri: redirectUri,
    state,
    code_challenge_method: "S256",
    code_challenge: await calculatePKCECodeChallenge(verifier)
  }).toString();
  return {address: address.href, pending: {clientId, redirectUri, verifier, state}};
}
