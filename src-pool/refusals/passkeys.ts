import { exception, type RefusalText } from './refusal.ts'

const invalidParameter = exception('InvalidParameterException')
const notSupported = exception('WebAuthnCredentialNotSupportedException')

/** What is refused for a passkey. The exceptions are the service model's; no text could be found. */
export const passkeyRefusals = {
  notEnabled: exception('WebAuthnNotEnabledException')(
    'WebAuthn is not enabled for this user pool.',
    'assumed',
  ),
  configurationMissing: exception('WebAuthnConfigurationMissingException')(
    'The user pool has no relying party ID and no domain.',
    'assumed',
  ),
  challengeNotFound: exception('WebAuthnChallengeNotFoundException')(
    'The challenge of this registration was not found or has expired.',
    'assumed',
  ),
  clientMismatch: exception('WebAuthnClientMismatchException')(
    'The registration was started by another client.',
    'assumed',
  ),
  relyingPartyMismatch: (relyingPartyId: string) =>
    exception('WebAuthnRelyingPartyMismatchException')(
      `The credential is not for the relying party ${relyingPartyId}.`,
      'assumed',
    ),
  originNotAllowed: (origin: string) =>
    exception('WebAuthnOriginNotAllowedException')(`Origin ${origin} is not allowed.`, 'assumed'),
  notVerified: notSupported('The authenticator did not verify its user.', 'assumed'),
  notSupported: notSupported('The credential is not supported.', 'assumed'),
  alreadyRegistered: invalidParameter('The credential is already registered.', 'assumed'),
  credentialUnreadable: invalidParameter('Invalid credential.', 'assumed'),
  tooMany: exception('LimitExceededException')('Too many passkeys for the user.', 'assumed'),
  unknown: exception('ResourceNotFoundException')('WebAuthn credential not found.', 'assumed'),
  proofWrong: exception('NotAuthorizedException')('Incorrect username or password.', 'assumed'),
  mfaNotConfigured: invalidParameter(
    'WebAuthn MFA needs the factor configuration MULTI_FACTOR_WITH_USER_VERIFICATION.',
    'assumed',
  ),
  mfaAlone: invalidParameter('WebAuthn MFA needs another active MFA method.', 'assumed'),
} as const satisfies Record<string, RefusalText | ((...values: never[]) => RefusalText)>
