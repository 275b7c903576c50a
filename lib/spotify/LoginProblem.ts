/** Why a login failed, in words for a reader; what went wrong underneath is its cause. */
export class LoginProblem extends Error {
  override readonly name = "LoginProblem";
}
