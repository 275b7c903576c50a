import {None, type AuthorizationServer, type Client, type ClientAuth} from "oauth4webapi";

/**
 * Spotify as an authorization server. It publishes no document that could be discovered for it.
 *
 * @see https://developer.spotify.com/documentation/web-api/tutorials/code-pkce-flow
 */
export const LOGIN_SERVER: AuthorizationServer = {
  issuer: "https://accounts.spotify.com",
  authorization_endpoint: "https://accounts.spotify.com/authorize",
  token_endpoint: "https://accounts.spotify.com/api/token",
  code_challenge_methods_supported: ["S256"]
};

/** A page holds no secret: it is a public client. */
export const publicClient = (clientId: string): {client: Client; auth: ClientAuth} => ({
  client: {client_id: clientId, token_endpoint_auth_method: "none"},
  auth: None()
});
