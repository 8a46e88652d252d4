/**
 * Challenges that the practice pool never puts to a client (Cognito neither, as far as is known),
 * and one that nobody knows, with their ChallengeParameters.
 */
export const askedByAServer: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  PASSWORD_SRP: {},
  ADMIN_NO_SRP_AUTH: {},
  AN_UNKNOWN_CHALLENGE: { HINT: 'What a later version of the service may ask.' },
}
