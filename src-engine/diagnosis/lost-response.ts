import { sent, type Evidence, type EvidenceStep } from './evidence.ts'
import { inRequest, inResponse } from './place.ts'
import type { Place } from './rule.ts'

/**
 * The places that show that a call was sent once more because its response was lost: an earlier
 * attempt of the same call, or an earlier call with the same Session or refresh token, that ended
 * without a whole response. Undefined where none did. Clients such as the AWS SDK and Amplify repeat
 * a call without saying so.
 */
export function lostResponse(
  step: EvidenceStep,
  { steps }: Pick<Evidence, 'steps'>,
): readonly Place[] | undefined {
  const attempt = step.attempts.findLast(({ failure }) => failure !== undefined)
  if (attempt?.failure !== undefined && attempt !== step.attempts.at(-1)) {
    const { code, message } = attempt.failure
    const lost = `The response to attempt ${String(attempt.number)} was lost: ${message}`
    const attempts = String(step.attempts.length)
    return [
      inResponse(step, code, message, lost),
      inRequest(step, 'attempts', attempts, 'The same request was sent again', '1'),
    ]
  }
  const { member, value } = usedOnce(step)
  const earlier = steps.findLast(
    (one) =>
      one.number < step.number &&
      value !== undefined &&
      usedOnce(one).value === value &&
      (one.answer?.kind === 'failed' || one.answer?.kind === 'unreadable'),
  )
  if (!earlier || value === undefined) return undefined
  return [
    inRequest(earlier, member, value, 'Sent here, and the response was lost'),
    inRequest(step, member, value, 'The same request was sent again here'),
  ]
}

/** What a call sent that works once. */
function usedOnce(step: EvidenceStep): { readonly member: string; readonly value?: string } {
  if (step.session !== undefined) return { member: 'Session', value: step.session }
  const value = sent(step, 'RefreshToken')
  return { member: 'RefreshToken', ...(value !== undefined && { value }) }
}
