import type { Instant } from '../trace/event.ts'
import type { Timeline, TimelineStep } from '../trace/timeline.ts'
import type { FactName } from './define-fact.ts'

type Seen = 'accepted' | 'refused' | 'not seen'

/** What earlier sign-ins of the same user to the same app client say. Of step 0. */
export interface History {
  /** The password of this sign-in, the newest time that it was sent or proved otherwise. */
  readonly samePassword: Seen
  /** AuthFlow with which that was; empty where it was not. */
  readonly samePasswordFlow: string
  /** A proof for the same user pool id. */
  readonly proofForPool: Seen
  /** Wrong passwords in a row, up to this sign-in. */
  readonly wrongPasswords: number
  /** Milliseconds since the last of them; 0 where there was none. */
  readonly lastWrongMs: number
  /** Milliseconds since another sign-in of this user had a code sent; 0 where none did. */
  readonly otherCodeMs: number
}

/** A sign-in of the same user name with the same password elsewhere, which was accepted. Of step 0. */
export interface OtherProfile {
  /** The first thing in which it differed. */
  readonly differs: 'region' | 'endpoint' | 'user pool' | 'app client' | 'client secret'
  /** AuthFlow with which that was. */
  readonly flow: string
}

export const otherProfileFact: FactName<OtherProfile> = {
  name: 'other-profile',
  title: 'Same password accepted elsewhere',
  valueTitles: {
    differs: 'first difference',
    flow: 'flow',
  },
}

/** Whether a sign-in proves its password right. */
export const acceptsPassword = (view: Timeline): boolean => passwordSeen(view) === 'accepted'

export const historyFact: FactName<History> = {
  name: 'history',
  title: 'Earlier sign-ins',
  valueTitles: {
    samePassword: 'this password',
    samePasswordFlow: 'flow with this password',
    proofForPool: 'SRP proof for this user pool',
    wrongPasswords: 'wrong passwords in a row',
    lastWrongMs: 'time since the last wrong password',
    otherCodeMs: 'time since another code was sent',
  },
  none: {
    samePassword: 'not seen',
    samePasswordFlow: '',
    proofForPool: 'not seen',
    wrongPasswords: 0,
    lastWrongMs: 0,
    otherCodeMs: 0,
  },
}

/** An earlier sign-in of the same user to the same app client. */
export interface EarlierSignIn {
  readonly view: Timeline
  readonly samePassword: boolean
  readonly samePool: boolean
}

/** Gathers what earlier sign-ins say, newest first; nothing where there are none. */
export function historyOf(earlier: readonly EarlierSignIn[], now: Instant): History | undefined {
  if (earlier.length === 0) return undefined
  const seen = (of: (one: EarlierSignIn) => boolean) => {
    for (const one of earlier.filter(of)) {
      const became = passwordSeen(one.view)
      if (became !== 'not seen') return { became, flow: one.view.flow }
    }
    return { became: 'not seen' as const, flow: '' }
  }
  const password = seen(({ samePassword }) => samePassword)
  let wrongPasswords = 0
  let lastWrong = now
  for (const { view } of earlier) {
    const became = passwordSeen(view)
    if (became === 'accepted') break
    if (became === 'not seen') continue
    if (wrongPasswords === 0) lastWrong = view.endedAt ?? view.startedAt
    wrongPasswords += 1
  }
  return {
    samePassword: password.became,
    samePasswordFlow: password.flow,
    proofForPool: seen(({ samePool, view }) => samePool && view.steps.some(isProof)).became,
    wrongPasswords,
    lastWrongMs: now - lastWrong,
    otherCodeMs: sinceOtherCode(earlier, now),
  }
}

const codeChallenges = ['EMAIL_OTP', 'SMS_MFA', 'SMS_OTP']

/** Since when a code of another sign-in may be in the user’s hands; 0 for never. */
function sinceOtherCode(earlier: readonly EarlierSignIn[], now: Instant): number {
  for (const { view } of earlier)
    for (const { answer, at } of view.steps)
      if (answer?.kind === 'challenged' && codeChallenges.includes(answer.challenge))
        return Math.max(1, now - at)
  return 0
}

const isProof = ({ challenge, operation }: TimelineStep): boolean =>
  operation !== undefined && challenge === 'PASSWORD_VERIFIER'

/** The step whose answer says whether the password was right. */
function passwordSeen({ flow, steps }: Timeline): Seen {
  const step =
    steps.find(isProof) ??
    steps.find(({ challenge, operation }) => operation !== undefined && challenge === 'PASSWORD') ??
    (/USER_PASSWORD_AUTH$/.test(flow) ? steps[0] : undefined)
  const { answer } = step ?? {}
  if (answer?.kind === 'tokens' || answer?.kind === 'challenged') return 'accepted'
  return answer?.kind === 'refused' && /^incorrect username or password/i.test(answer.message)
    ? 'refused'
    : 'not seen'
}
