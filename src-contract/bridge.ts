import type { ContractEvent } from './events.ts'

/** All that the preload adds to `window`. */
export interface Bridge {
  readonly call: (route: string, input: unknown) => Promise<unknown>
  /**
   * The path of a file that was dropped or pasted, which the window may then have opened; its bytes
   * stay out of the window.
   */
  readonly pathOf: (file: object) => string
  /** Returns the function that ends the subscription. */
  readonly listen: (listener: (event: ContractEvent) => void) => () => void
}
