import type { ActiveFaults } from '#pool/faults/active-faults.ts'
import type { Fault } from '#pool/faults/fault.ts'
import { clockSkew } from '#pool/faults/clock-skew.ts'
import { faults } from '#pool/faults/index.ts'
import { errorAnswer, type OwnAnswer } from './own-answer.ts'

const movedDates = 'A machine whose clock is wrong: the Date header of each response is shifted.'

/** The practice pool's faults that can be injected into a call to any service. */
export const faultsOnTheWay: readonly Fault[] = faults
  .filter((fault) => fault.act(defaultsOf(fault.settings), 0).kind !== 'risk')
  .map((fault) => (fault === clockSkew ? { ...fault, imitates: movedDates } : fault))

function defaultsOf(settings: Fault['settings']) {
  return Object.fromEntries(
    Object.entries(settings).map(([name, { defaultValue }]) => [name, defaultValue]),
  )
}

/** The fault that is injected into one call. */
export interface DrawnFault {
  /** The titles of all that hit it. */
  readonly title: string
  /** What answers in the service's place; the service does not see the call. */
  readonly replacedAnswer?: OwnAnswer
  readonly delayMs: number
  readonly isCut: boolean
  /** Milliseconds that the Date of the answer is ahead. */
  readonly clockAhead: number
}

/** Draws the fault of a call of this operation; undefined where no fault that is on hits it. */
export function drawFault(
  active: ActiveFaults | undefined,
  operation: string,
): DrawnFault | undefined {
  if (!active) return undefined
  const on = active.list()
  if (on.length === 0) return undefined
  const hitsBefore = new Map(on.map(({ hits, name }) => [name, hits]))
  const clockAhead = active.clockAhead()
  const effects = active.injectFault(operation, ['refusal', 'answer', 'delay', 'cut'])
  if (effects.length === 0 && clockAhead === 0) return undefined
  const hitsAfter = new Map(active.list().map(({ hits, name }) => [name, hits]))
  const names = [...hitsBefore.keys()].filter(
    // One that ends with this call is off already; the clock is wrong for every call.
    (name) => name === 'clock-skew' || hitsAfter.get(name) !== hitsBefore.get(name),
  )
  const refusal = effects.find((one) => one.kind === 'refusal')
  const page = effects.find((one) => one.kind === 'answer')
  const replacedAnswer = refusal
    ? errorAnswer(refusal.status, refusal.refusal.type, refusal.refusal.message)
    : page && {
        status: page.status,
        headers: [['Content-Type', page.contentType] as const],
        body: page.body,
      }
  return {
    title: names.map((name) => faults.find((one) => one.name === name)?.title ?? name).join(', '),
    ...(replacedAnswer && { replacedAnswer }),
    delayMs: effects.reduce((sum, one) => sum + (one.kind === 'delay' ? one.milliseconds : 0), 0),
    isCut: effects.some(({ kind }) => kind === 'cut'),
    clockAhead,
  }
}
