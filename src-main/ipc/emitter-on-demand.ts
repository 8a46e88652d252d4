import type { ContractEvent } from '#contract/events.ts'
import type { Emit } from './emitter.ts'
import { stackWithoutMessage, type Log } from './router.ts'

/**
 * The schemas of events are loaded with the first one, which is sent once they are there, and those
 * after it in their order.
 */
export function emitterOnDemand(send: Emit, log: Log): Emit {
  let emit: Emit | undefined
  let waiting: ContractEvent[] | undefined

  async function load(): Promise<void> {
    const { createEmitter } = await import('./emitter.ts')
    emit = createEmitter(send, log)
  }

  function sendWaiting(): void {
    const events = waiting ?? []
    waiting = undefined
    for (const event of events) emit?.(event)
  }

  return (event) => {
    if (emit) emit(event)
    else if (waiting) waiting.push(event)
    else {
      waiting = [event]
      load()
        .catch((error: unknown) => {
          log(`events could not be sent: ${stackWithoutMessage(error)}`)
        })
        .finally(sendWaiting)
    }
  }
}
