import type { Variable } from './environment-variable.ts'

/** A call that generated code cannot repeat without the person. */
export interface ManualStep {
  /** What is not computed, and what to do about it: a comment before the call. */
  readonly note: string
  /** The variable of each member that only the person can give. */
  readonly members: Readonly<Record<string, Variable>>
}

// The variables have names of their own: the proof of the password has members of the same names.
const deviceProof = (members: ManualStep['members']): ManualStep => ({
  note: 'Not computed here: the SRP proof of a remembered device. Compute it with the device SRP of your SDK (with device group key, device key and device password instead of pool, username and password), or remove DEVICE_KEY from the earlier calls and leave out the device steps',
  members,
})

const byChallenge: Readonly<Record<string, ManualStep>> = {
  DEVICE_SRP_AUTH: deviceProof({
    SRP_A: { name: 'COGNITO_DEVICE_SRP_A', about: 'the public value A of the device’s SRP' },
  }),
  DEVICE_PASSWORD_VERIFIER: deviceProof({
    PASSWORD_CLAIM_SIGNATURE: {
      name: 'COGNITO_DEVICE_PASSWORD_CLAIM_SIGNATURE',
      about: 'the signature of the device’s SRP proof',
    },
    TIMESTAMP: {
      name: 'COGNITO_DEVICE_TIMESTAMP',
      about: 'the timestamp that the device’s SRP proof was signed with',
    },
  }),
  WEB_AUTHN: {
    note: 'Not repeated here: a passkey signs each challenge again. Pass CREDENTIAL_REQUEST_OPTIONS of the previous response to navigator.credentials.get() in a browser, and set COGNITO_CREDENTIAL to its result as JSON',
    members: {
      CREDENTIAL: {
        name: 'COGNITO_CREDENTIAL',
        about: 'the result of navigator.credentials.get(), as JSON',
      },
    },
  },
}

const byOperation: Readonly<Record<string, ManualStep>> = {
  ConfirmDevice: {
    note: 'Not computed here: the verifier of a new device. Compute salt and verifier with the device SRP of your SDK from a device password of your own, or leave out this call',
    members: {
      PasswordVerifier: {
        name: 'COGNITO_DEVICE_PASSWORD_VERIFIER',
        about: 'the verifier of the new device’s password',
      },
      Salt: { name: 'COGNITO_DEVICE_SALT', about: 'the salt of the new device’s verifier' },
    },
  },
  CompleteWebAuthnRegistration: {
    note: 'Not repeated here: a passkey is created for one registration. Pass CredentialCreationOptions of the previous response to navigator.credentials.create() in a browser, and send its result as Credential',
    members: {},
  },
}

/** What the person has to do for a call; undefined where generated code repeats it. */
export function manualStep(operation: string, input: object): ManualStep | undefined {
  const challenge: unknown = Object.hasOwn(input, 'ChallengeName')
    ? (input as { readonly ChallengeName: unknown }).ChallengeName
    : undefined
  if (typeof challenge === 'string' && Object.hasOwn(byChallenge, challenge))
    return byChallenge[challenge]
  return Object.hasOwn(byOperation, operation) ? byOperation[operation] : undefined
}
