import type { Bridge } from '#contract/bridge.ts'
import type { ContractEvent } from '#contract/events.ts'
import type { Contract } from '#contract/contract.ts'
import type { Client } from '#contract/define.ts'
import { BridgeError, type Result } from '#contract/failure.ts'

declare global {
  interface Window {
    /** What the preload lends to the window, and its only way out. */
    readonly authscope: Bridge
  }
}

/**
 * Calls the main process. Rejects with a {@link BridgeError} whose message may be shown as it is.
 */
export const call: Client<Contract> = async (...[route, input]: [string, unknown?]) => {
  const result = (await window.authscope.call(route, input)) as Result<never>
  if (result.ok) return result.value
  const { code, message, detail } = result.failure
  throw new BridgeError(code, message, detail)
}

/** Listens to what the main process tells of its own accord; returns how to stop. */
export const listen = (listener: (event: ContractEvent) => void): (() => void) =>
  window.authscope.listen(listener)

/** A sentence for a person about whatever went wrong. */
export const sentenceOf = (error: unknown): string =>
  error instanceof BridgeError
    ? error.message
    : error instanceof Error
      ? `Something went wrong in the window: ${error.message}`
      : 'Something went wrong in the window.'
