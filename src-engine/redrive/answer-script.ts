import type { WireValues } from '../wire/wire-values.ts'

/** One answer of an earlier sign-in that is given once more. */
export interface ScriptedAnswer {
  readonly challenge: string
  /** `computed`: a new one is computed; `same`: the values below; `person`: it cannot be repeated. */
  readonly how: 'computed' | 'same' | 'person'
  /** What is sent; of a computed answer only what was edited. */
  readonly values: WireValues
  readonly clientMetadata: Readonly<Record<string, string>>
}

/** The answers of an earlier sign-in, in order, up to where it is repeated. */
export type AnswerScript = readonly ScriptedAnswer[]

/** What the script has for a challenge, and how many of its answers are used up with it. */
export type ScriptStep =
  | { readonly used: number; readonly answer: ScriptedAnswer }
  /** Nothing is sent: a sentence says why the person has to continue. */
  | { readonly used: number; readonly wait: string }

/**
 * The answer of a script to the challenge that has come.
 * @param used how many of its answers are used up
 * @param again the last answer to this challenge was refused
 */
export function nextOfScript(
  script: AnswerScript,
  used: number,
  challenge: string,
  again: boolean,
): ScriptStep {
  if (again) return { used, wait: 'That answer was refused. Continue manually.' }
  const at = script.findIndex((one, index) => index >= used && one.challenge === challenge)
  const answer = script[at]
  const planned = script[used]
  if (!planned) return { used, wait: 'The run was repeated up to here. Continue manually.' }
  if (!answer)
    return {
      used,
      wait: `The earlier run had ${planned.challenge} here. Continue manually.`,
    }
  if (answer.how === 'person')
    return { used: at + 1, wait: 'This answer cannot be repeated: enter a new one.' }
  return { used: at + 1, answer }
}
