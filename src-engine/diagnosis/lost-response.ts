import type { Evidence, EvidenceStep } from './evidence.ts'
import { inRequest, inResponse } from './place.ts'
import type { Place } from './rule.ts'

/**
 * The places that show that a call was sent once more because its response was lost: an earlier
 * attempt of the same call, or an earlier call with the same Session, that ended without a whole
 * response. Undefined where none did. Clients such as the AWS SDK and Amplify repeat it silently.
 */
export function lostResponse(
  step: EvidenceStep,
  { steps }: Pick<Evidence, 'steps'>,
): readonly Place[] | undefined {
  const { session } = step
  const attempt = step.attempts.findLast(({ failure }) => failure !== undefined)
  const retried = attempt?.failure !== undefined && attempt !== step.attempts.at(-1)
  if (retried) {
    const number = String(attempt.number)
    const { code, message } = attempt.failure
    return [
      inResponse(step, code, message, `The response to attempt ${number} was lost: ${message}`),
      inRequest(
        step,
        'attempts',
        String(step.attempts.length),
        'The same answer was sent again',
        '1',
      ),
    ]
  }
  const earlier = steps.findLast(
    ({ answer, number, session: sent }) =>
      number < step.number &&
      session !== undefined &&
      sent === session &&
      (answer?.kind === 'failed' || answer?.kind === 'unreadable'),
  )
  if (!earlier || session === undefined) return undefined
  return [
    inRequest(earlier, 'Session', session, 'Sent here, and the response was lost'),
    inRequest(step, 'Session', session, 'The same answer was sent again here'),
  ]
}
