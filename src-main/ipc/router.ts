import { withVisibleTexts } from '#engine/json/visible-text.ts'
import { z } from 'zod'
import type { Handlers, Routes } from '#contract/define.ts'
import { BridgeError, type Failure, type Result } from '#contract/failure.ts'
import { messageOfFileError } from '#main/import/file-error.ts'
import { validationErrors } from './validation-errors.ts'

/** Takes a line about a bug of Authscope. Lines name routes, fields and code, never a value. */
export type Log = (line: string) => void

/** Performs one call of the contract; it never rejects. */
export type Dispatch = (name: unknown, input: unknown) => Promise<Result<unknown>>

/** Knows nothing of Electron: the window's channel and the tests all call `dispatch`. */
export function createRouter<S extends Routes>(
  routes: S,
  handlers: Handlers<S>,
  log: Log,
): Dispatch {
  const known: Routes = routes
  return async (name, input) => {
    // `in` would find `constructor` and `__proto__`, which the renderer must not be able to name.
    if (typeof name !== 'string' || !Object.hasOwn(routes, name)) return unknownRoute
    const key: keyof S = name
    const route = known[name]
    if (!route) return unknownRoute

    const received = z.safeParse(route.input, input)
    if (!received.success)
      return fail({
        code: 'input-invalid',
        message: `The call ${name} has invalid input.`,
        detail: validationErrors(received.error.issues),
      })
    try {
      const answered = await handlers[key](received.data as never)
      const reply = z.safeParse(route.output, answered)
      if (reply.success) return { ok: true, value: reply.data }
      log(
        `${name} returned invalid output: ${JSON.stringify(validationErrors(reply.error.issues))}`,
      )
    } catch (error) {
      if (error instanceof BridgeError) return fail(error)
      // A folder that is gone or a full disk is no bug of ours.
      const message = messageOfFileError(error)
      if (message !== undefined) return fail({ code: 'file-error', message })
      log(`${name} failed: ${stackWithoutMessage(error)}`)
    }
    return fail({ code: 'internal', message: `${name} failed. The log says where.` })
  }
}

const fail = ({ code, message, detail }: Failure): Result<never> => ({
  ok: false,
  failure: withVisibleTexts({ code, message, ...(detail !== undefined && { detail }) }),
})

/** The answer to a call that is not in the contract. */
export const unknownRoute = fail({ code: 'route-unknown', message: 'There is no such call.' })

/** What kind of error, and where it arose; its message may quote a value and stays out. */
export function stackWithoutMessage(error: unknown): string {
  if (!(error instanceof Error)) return typeof error
  const frames = error.stack?.split('\n').filter((line) => /^\s+at /.test(line)) ?? []
  return [error.name, ...frames.slice(0, 8).map((frame) => frame.trim())].join(' ')
}
