import { z } from 'zod'
import type { ContractEvent } from '#contract/events.ts'
import { contract, type Contract } from '#contract/contract.ts'
import type { Reply } from '#contract/define.ts'
import { BridgeError } from '#contract/failure.ts'
import { sampleOf } from './sample-of.ts'

/**
 * What the main process answers, at once or later; a call that is not named here gets the least that
 * is valid, and a BridgeError that an answer throws is its failure.
 */
export type Answers = {
  [K in keyof Contract]?: (input: unknown) => Reply<Contract[K]> | Promise<Reply<Contract[K]>>
}

/** A main process that is not there. */
export interface FakeBridge {
  /** Every call so far, and what it was sent with. */
  readonly calls: readonly { readonly route: string; readonly input: unknown }[]
  /** Tells the window something of its own accord. */
  readonly tell: (event: ContractEvent) => void
}

/**
 * Puts a bridge on the window that holds both sides to the contract: a component that sends what the
 * main process would refuse fails, and so does an answer that it could not give.
 */
export function fakeBridge(answers: Answers = {}): FakeBridge {
  const calls: { route: string; input: unknown }[] = []
  const listeners = new Set<(event: ContractEvent) => void>()
  const call = async (route: string, input: unknown): Promise<unknown> => {
    const name = route as keyof Contract
    const { input: accepted, output } = contract[name]
    z.core.parse(accepted, input)
    calls.push({ route, input })
    const answer = answers[name]
    try {
      const given = answer ? await answer(input) : sampleOf(output)
      return { ok: true, value: z.core.parse(output, given) }
    } catch (error) {
      if (!(error instanceof BridgeError)) throw error
      const { code, detail, message } = error
      return { ok: false, failure: { code, message, detail } }
    }
  }
  const listen = (listener: (event: ContractEvent) => void) => {
    listeners.add(listener)
    return () => listeners.delete(listener)
  }
  Object.defineProperty(window, 'authscope', { configurable: true, value: { call, listen } })
  return {
    calls,
    tell: (event) => {
      for (const listener of listeners) listener(event)
    },
  }
}
