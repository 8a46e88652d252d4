import type { ServerResponse } from 'node:http'
import { setTimeout as passed } from 'node:timers/promises'
import type { ActiveFaults } from '../faults/active-faults.ts'

/** An answer that is not the pool's. */
export interface ReplacedAnswer {
  readonly status: number
  readonly contentType: string
  readonly body: string
}

/** What happens to one request on its way; the pool does not see it. */
export interface InjectedFault {
  /** What answers in the pool's place. */
  readonly replacedAnswer?: ReplacedAnswer
  readonly isCut: boolean
  /** Resolves when the answer may be sent. */
  readonly late: () => Promise<void>
}

/** Draws the effects on a call of this operation. */
export function injectedFault(faults: ActiveFaults, operation: string): InjectedFault {
  const effects = faults.injectFault(operation, ['answer', 'cut', 'delay'])
  const replacedAnswer = effects.find((one) => one.kind === 'answer')
  const delay = effects.reduce((sum, one) => sum + (one.kind === 'delay' ? one.milliseconds : 0), 0)
  return {
    ...(replacedAnswer && { replacedAnswer }),
    isCut: effects.some(({ kind }) => kind === 'cut'),
    late: async () => {
      // A pool that is closed meanwhile does not wait for it.
      if (delay > 0) await passed(delay, undefined, { ref: false })
    },
  }
}

/** Sends half of a body whose head promises all of it, and ends the connection; of none, nothing. */
export function endTruncated(response: ServerResponse, body: string): void {
  const bytes = Buffer.from(body)
  if (bytes.length < 2) response.destroy()
  else
    response.write(bytes.subarray(0, bytes.length >> 1), () => {
      response.destroy()
    })
}
