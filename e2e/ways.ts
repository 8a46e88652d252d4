import { challenges } from '#engine/catalogue/challenges/index.ts'
import { inForce } from '#engine/catalogue/field.ts'
import { flows } from '#engine/catalogue/flows/index.ts'
import customChallenge from '#pool/conformance/cases/custom-auth-custom-challenge.case.ts'
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

/** One sign-in to the practice pool, with every challenge that waits on the way. */
export interface Way {
  readonly flow: string
  /** Of a practice client, without `Practice: `. */
  readonly client: string
  readonly user: string
  /** Automatic answers that are turned off. */
  readonly byHand: readonly ('SRP' | 'TOTP')[]
  /** AuthParameters, by the beginning of their labels. */
  readonly given: Readonly<Record<string, string>>
  readonly challenges: readonly (readonly [name: string, answer: Answer])[]
  /** `tokens`, or an exception with its text. */
  readonly end: string
}

/** The window knows the passwords of its practice users. */
const known: readonly unknown[] = [password, temporaryPassword]

/** A case as a person plays it who has nothing answered by itself. */
function wayOf({ client, end, flow, given, steps }: SignInCase): Way {
  const switches = steps.map(({ asked }) => challenges.get(asked)?.automatic?.by)
  const { USERNAME = '' } = given
  const fields = (flows.get(flow)?.fields ?? []).filter(({ name }) => name !== 'USERNAME')
  return {
    flow,
    client,
    user: String(USERNAME),
    byHand: [
      ...(switches.includes('srp') ? (['SRP'] as const) : []),
      ...(switches.includes('totp') ? (['TOTP'] as const) : []),
    ],
    given: Object.fromEntries(
      fields.flatMap(({ label, name }) => {
        const value = given[name]
        return value === undefined || known.includes(value) ? [] : [[label, String(value)]]
      }),
    ),
    challenges: steps.map((step) => [step.asked, answerOf(step)] as const),
    end,
  }
}

function answerOf({ answer, asked, parameters = {} }: CaseStep): Answer {
  if (typeof answer === 'string') return 'compute'
  if (Object.values(answer).includes(codeSent)) return 'code from outbox'
  const fields = inForce(challenges.get(asked)?.fields(parameters) ?? [], answer)
  const chosen = fields.find(({ control }) => control === 'choice')
  const typed = fields.flatMap(({ label, name }) =>
    name === chosen?.name || answer[name] === undefined ? [] : [[label, String(answer[name])]],
  )
  const type = Object.fromEntries(typed) as Readonly<Record<string, string>>
  return chosen ? { choose: String(answer[chosen.name]), type } : { type }
}

/** Conformance cases, one of each kind: together they meet every challenge that the pool asks. */
export const ways: readonly Way[] = [
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
].map(wayOf)

/** Conformance cases that end with a refusal: of the first call, of an answer, of a custom round. */
export const refusedWays: readonly Way[] = [
  wrongPassword,
  unconfirmed,
  resetRequired,
  refreshToken,
  wrongProof,
  customRounds,
].map(wayOf)
