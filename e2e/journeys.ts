import { challenges } from '#engine/catalogue/challenges/index.ts'
import { forEachAutomatic, type Automatic } from '#engine/catalogue/automatic-answers/index.ts'
import { activeFields, fieldOfClient } from '#engine/catalogue/field.ts'
import { flows } from '#engine/catalogue/flows/index.ts'
import { byAdministrator } from '#pool/conformance/by-administrators.ts'
import customChallengeNamed from '#pool/conformance/cases/custom-auth-custom-challenge-named.case.ts'
import customChallenge from '#pool/conformance/cases/custom-auth-custom-challenge.case.ts'
import customAfterPassword from '#pool/conformance/cases/custom-auth-password-verifier.case.ts'
import getTokensFromRefreshToken from '#pool/conformance/cases/get-tokens-from-refresh-token.case.ts'
import refreshTokenAuth from '#pool/conformance/cases/refresh-token-auth.case.ts'
import refreshTokenByItsOlderName from '#pool/conformance/cases/refresh-token.case.ts'
import preferringEmailOtp from '#pool/conformance/cases/user-auth-email-otp.case.ts'
import preferringPasswordSrp from '#pool/conformance/cases/user-auth-password-verifier.case.ts'
import preferringPassword from '#pool/conformance/cases/user-auth-preferring-password.case.ts'
import preferringSmsOtp from '#pool/conformance/cases/user-auth-sms-otp.case.ts'
import stepUp from '#pool/conformance/cases/user-auth-step-up.case.ts'
import preferringWebAuthn from '#pool/conformance/cases/user-auth-web-authn.case.ts'
import rememberedDevice from '#pool/conformance/cases/user-srp-auth-device-srp-auth.case.ts'
import refreshToken from '#pool/conformance/refusals/initiate-auth-not-authorized-refresh-token.case.ts'
import wrongPassword from '#pool/conformance/refusals/initiate-auth-not-authorized.case.ts'
import resetRequired from '#pool/conformance/refusals/initiate-auth-password-reset-required.case.ts'
import unconfirmed from '#pool/conformance/refusals/initiate-auth-user-not-confirmed.case.ts'
import customRounds from '#pool/conformance/refusals/respond-to-auth-challenge-not-authorized-custom-rounds.case.ts'
import wrongProof from '#pool/conformance/refusals/respond-to-auth-challenge-not-authorized.case.ts'
import selectMfaType from '#pool/conformance/cases/user-password-auth-select-mfa-type.case.ts'
import softwareTokenMfa from '#pool/conformance/cases/user-password-auth-software-token-mfa.case.ts'
import selectEmailOtp from '#pool/conformance/cases/user-auth-select-challenge-email-otp.case.ts'
import selectSmsOtp from '#pool/conformance/cases/user-auth-select-challenge-sms-otp.case.ts'
import selectChallenge from '#pool/conformance/cases/user-auth-select-challenge.case.ts'
import emailOtp from '#pool/conformance/cases/user-srp-auth-email-otp.case.ts'
import mfaSetup from '#pool/conformance/cases/user-srp-auth-mfa-setup.case.ts'
import newPassword from '#pool/conformance/cases/user-srp-auth-new-password-required.case.ts'
import passwordVerifier from '#pool/conformance/cases/user-srp-auth-password-verifier.case.ts'
import type { CaseStep, SignInCase } from '#pool/conformance/sign-in-case.ts'
import { codeSent, password, temporaryPassword } from '#pool/conformance/values.ts'

/** How a person answers a challenge that waits. */
export type Answer =
  /** Has it computed. */
  | 'compute'
  /** Takes the code that the practice pool has sent. */
  | 'code from outbox'
  /** Chooses by the value on the wire, and types what is asked for then. */
  | { readonly choose: string; readonly type?: Readonly<Record<string, string>> }
  /** Types into fields, by the beginning of their labels. */
  | { readonly type: Readonly<Record<string, string>> }

/** The labels of the switches for automatic answers. */
export const switches = forEachAutomatic(({ title }): string => title)

/** One sign-in, with every challenge that waits on the way. */
export interface Journey {
  readonly flow: string
  readonly profile: string
  readonly user: string
  readonly asAdmin: boolean
  /** Automatic answers that are turned off. */
  readonly manualControls: readonly Automatic[]
  /** AuthParameters, by the beginning of their labels and in their order. */
  readonly inputs: Readonly<Record<string, string>>
  /** What the user signs in for first: its tokens, a device, or the registration of a passkey. */
  readonly before?: 'tokens' | 'device' | 'passkey'
  /** ChallengeParameters of a server that asks what the practice pool never does. */
  readonly pendingWith?: Readonly<Record<string, string>>
  readonly challenges: readonly (readonly [name: string, answer: Answer])[]
  /** `tokens`, or an exception with its text. */
  readonly end: string
}

/** The window knows the passwords of its practice users. */
const known: readonly unknown[] = [password, temporaryPassword]

/** A case as played by a user without automatic answers. */
function journeyNamed({ asAdmin, before, client, end, flow, inputs, steps }: SignInCase): Journey {
  const texts = Object.fromEntries(
    Object.entries(inputs).filter((pair): pair is [string, string] => typeof pair[1] === 'string'),
  )
  const fields = activeFields(flows.get(flow)?.fields ?? [], texts).map((field) =>
    fieldOfClient(field, client.includes('secret')),
  )
  const pending = steps.map((step) => step.pending)
  const manualControls = pending.flatMap((name) => challenges.get(name)?.automatic?.by ?? [])
  return {
    flow,
    profile: `Practice: ${client}`,
    user: texts['USERNAME'] ?? '',
    asAdmin: asAdmin !== undefined,
    manualControls,
    inputs: Object.fromEntries(
      fields.flatMap(({ control, label, name }) => {
        const value = texts[name] ?? (control === 'choice' ? '' : undefined)
        return value === undefined || known.includes(value) ? [] : [[label, value]]
      }),
    ),
    ...(before && { before: beforeOf(pending) }),
    challenges: steps.map((step) => [step.pending, answerOf(step)] as const),
    end,
  }
}

function beforeOf(pending: readonly string[]): NonNullable<Journey['before']> {
  if (pending.includes('WEB_AUTHN')) return 'passkey'
  return pending.includes('DEVICE_SRP_AUTH') ? 'device' : 'tokens'
}

function answerOf({ answer, pending, parameters = {} }: CaseStep): Answer {
  if (typeof answer === 'string') return 'compute'
  if (Object.values(answer).includes(codeSent)) return 'code from outbox'
  const fields = activeFields(challenges.get(pending)?.fields(parameters) ?? [], answer)
  const chosen = fields.find(({ control }) => control === 'choice')
  const typed = fields.flatMap(({ label, name }) =>
    name === chosen?.name || answer[name] === undefined ? [] : [[label, String(answer[name])]],
  )
  const type = Object.fromEntries(typed) as Readonly<Record<string, string>>
  return chosen ? { choose: String(answer[chosen.name]), type } : { type }
}

/** A refresh, which takes the token of the user's last sign-in. */
const refreshOf = (USERNAME: string, one: SignInCase) =>
  journeyNamed({ ...one, inputs: { ...one.inputs, USERNAME } })

/** Conformance cases, one of each kind: together they begin every flow, in every way. */
export const journeys: readonly Journey[] = [
  ...[
    passwordVerifier,
    softwareTokenMfa,
    selectMfaType,
    newPassword,
    mfaSetup,
    selectSmsOtp,
    selectChallenge,
    selectEmailOtp,
    emailOtp,
    customChallenge,
    customChallengeNamed,
    customAfterPassword,
    preferringPassword,
    preferringPasswordSrp,
    preferringEmailOtp,
    preferringSmsOtp,
    preferringWebAuthn,
    rememberedDevice,
    { ...stepUp, inputs: { ...stepUp.inputs, STEP_UP_FROM: 'ACCESS_TOKEN' } },
    byAdministrator(selectMfaType, 'ADMIN_USER_PASSWORD_AUTH'),
    byAdministrator(softwareTokenMfa, 'ADMIN_NO_SRP_AUTH'),
  ].map(journeyNamed),
  refreshOf('alice', refreshTokenAuth),
  refreshOf('alice', refreshTokenByItsOlderName),
  refreshOf('choice-user', getTokensFromRefreshToken),
]

/** Conformance cases that end with a refusal: of the first call, of an answer, of a custom round. */
export const refusedJourneys: readonly Journey[] = [
  wrongPassword,
  unconfirmed,
  resetRequired,
  refreshToken,
  wrongProof,
  customRounds,
].map(journeyNamed)

/** What the server that asks answers an answer with. */
const refused = 'NotAuthorizedException: Incorrect username or password.'

const scriptedChallengeServer = (
  challenge: string,
  pendingWith: Readonly<Record<string, string>>,
  type: Readonly<Record<string, string>>,
): Journey => ({
  flow: 'USER_PASSWORD_AUTH',
  // Not the name of a flow, which the way by keys looks for.
  profile: `Server with ${challenge}`,
  user: 'anna',
  asAdmin: false,
  manualControls: ['srp'],
  inputs: { Username: 'anna', Password: 'An-Example-Password-1!' },
  pendingWith,
  challenges: [[challenge, { type }]],
  end: refused,
})

/**
 * What the practice pool never puts to this window, as it sends the password along (Cognito would
 * not either, as far as is known), and a challenge that nobody knows.
 */
export const serverJourneys: readonly Journey[] = [
  scriptedChallengeServer('PASSWORD', {}, { Password: 'An-Example-Password-1!' }),
  {
    ...scriptedChallengeServer('PASSWORD_SRP', {}, { Password: 'An-Example-Password-1!' }),
    // The flow whose challenge it is, and which has the switch for SRP.
    flow: 'USER_AUTH',
    inputs: { Username: 'anna' },
  },
  scriptedChallengeServer('ADMIN_NO_SRP_AUTH', {}, {}),
  scriptedChallengeServer(
    'AN_UNKNOWN_CHALLENGE',
    { HINT: 'What a later version of the service may ask.' },
    { 'ChallengeResponses: value 1': 'whatever it wants' },
  ),
]
