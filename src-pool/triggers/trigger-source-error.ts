/** JavaScript of a trigger that does not parse: of which one, and what is wrong where. */
export class TriggerSourceError extends Error {
  override readonly name = 'TriggerSourceError'
  readonly code = 'trigger-source'

  constructor(trigger: string, problem: string) {
    super(`The JavaScript of ${trigger} does not parse: ${problem}.`)
  }
}
