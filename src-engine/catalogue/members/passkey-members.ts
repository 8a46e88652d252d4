import { membersOf, open, personal, secret } from './member.ts'

/** Members of WebAuthn's options and credentials, as JSON has them. */
export const passkeyMembers = new Map([
  ...membersOf('attestationObject authenticatorData clientDataJSON', secret('signature')),
  ...membersOf('userHandle', personal('sub')),
  ...membersOf('rawId displayName', personal('device')),
  ...membersOf(
    `alg attestation authenticatorAttachment authenticatorSelection challenge
    clientExtensionResults credProps extensions hints publicKey publicKeyAlgorithm
    requireResidentKey residentKey rk rpId signature transports type userVerification`,
    open,
  ),
])
