import { z } from 'zod'
import { contractEvent, type ContractEvent } from '#contract/events.ts'
import { visibleText } from '#engine/json/visible-text.ts'
import type { Log } from './router.ts'
import { validationErrors } from './validation-errors.ts'

/** Tells the window something of the main process's own accord. */
export type Emit = (event: ContractEvent) => void

/** Parses every event before it is sent, as the router parses every reply. */
export const createEmitter =
  (send: Emit, log: Log): Emit =>
  (event) => {
    const parsed = z.safeParse(contractEvent, event)
    if (parsed.success) {
      const told = parsed.data
      // A notice may quote what a server, a file or another program said.
      send(told.type === 'notice' ? { ...told, text: visibleText(told.text) } : told)
      return
    }
    log(`${event.type} was not sent: ${JSON.stringify(validationErrors(parsed.error.issues))}`)
    send({ type: 'notice', text: `The window lacks a ${event.type} event. The log says where.` })
  }
