/** What code that repeats a call cannot compute, and what to do about it. */
export interface ManualStep {
  /** For a comment before the call. */
  readonly note: string
  /** Members that only the person can give, with what each is. */
  readonly members: Readonly<Record<string, string>>
}

const deviceProof = (members: ManualStep['members']): ManualStep => ({
  note: 'Not computed here: the SRP proof of a remembered device. Compute it with the device SRP of your SDK (with device group key, device key and device password instead of pool, user name and password), or remove DEVICE_KEY from the calls before and leave the device steps out',
  members,
})

const byChallenge: Readonly<Record<string, ManualStep>> = {
  DEVICE_SRP_AUTH: deviceProof({ SRP_A: 'the public value A of the device’s SRP' }),
  DEVICE_PASSWORD_VERIFIER: deviceProof({
    PASSWORD_CLAIM_SIGNATURE: 'the signature of the device’s SRP proof',
    TIMESTAMP: 'the time that the device’s SRP proof was signed with',
  }),
  WEB_AUTHN: {
    note: 'Not repeated here: a passkey signs each challenge again. Pass CREDENTIAL_REQUEST_OPTIONS of the answer before to navigator.credentials.get() in a browser, and set COGNITO_CREDENTIAL to its result as JSON',
    members: { CREDENTIAL: 'the passkey’s answer as JSON, of navigator.credentials.get()' },
  },
}

const byOperation: Readonly<Record<string, ManualStep>> = {
  ConfirmDevice: {
    note: 'Not computed here: the verifier of a new device. Compute salt and verifier with the device SRP of your SDK from a device password of your own, or leave this call out',
    members: {
      PasswordVerifier: 'the verifier of the new device’s password',
      Salt: 'the salt of the new device’s verifier',
    },
  },
  CompleteWebAuthnRegistration: {
    note: 'Not repeated here: a passkey is made for one registration. Pass CredentialCreationOptions of the answer before to navigator.credentials.create() in a browser, and send its result as Credential',
    members: {},
  },
}

/** What the person has to do for a call; undefined where code repeats it by itself. */
export function manualStep(operation: string, input: object): ManualStep | undefined {
  const challenge: unknown = Object.hasOwn(input, 'ChallengeName')
    ? (input as { readonly ChallengeName: unknown }).ChallengeName
    : undefined
  if (typeof challenge === 'string' && Object.hasOwn(byChallenge, challenge))
    return byChallenge[challenge]
  return Object.hasOwn(byOperation, operation) ? byOperation[operation] : undefined
}
