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
}

export const historyFact: FactName<History> = { name: 'history' }

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
  }
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
