/** Recorded calls that the practice pool answers otherwise, each with the reason. */
export const differences: Readonly<Record<string, string>> = {
  'quoted: short password':
    'From before a password could be left out: the present model has no least length, and the policy answers.',
  'actual: deserializing a user password response with a challenge':
    'The recorded parameters have no userAttributes; those of other recordings do.',
}

/** Recorded calls that cannot be made here, each with the reason. */
export const notReplayed: Readonly<Record<string, string>> = {
  'sample: InitiateAuth example 1': 'USER_AUTH with a passkey.',
  'sample: InitiateAuth example 2': 'USER_AUTH with a code by e-mail.',
  'sample: RespondToAuthChallenge example 1': 'USER_AUTH with a code by e-mail.',
  'sample: StartWebAuthnRegistration example 1': 'Passkeys.',
  'actual: deserialising a USER_AUTH response offering a choice of challenges': 'USER_AUTH.',
  'quoted: session used again after a failure': 'A custom flow, which needs triggers.',
  'quoted: custom auth only client': 'The legacy flag CUSTOM_AUTH_FLOW_ONLY.',
  'quoted: a trigger threw': 'A custom flow, which needs triggers.',
  'quoted: Access Token does not have required scopes':
    'A token of the hosted pages, which are not there.',
}
