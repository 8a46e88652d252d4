import type { Flow } from './define-flow.ts'
import { activeFields, type Field } from './field.ts'

/** An input that Cognito refuses by its form alone, and why. */
export interface MalformedInput {
  readonly field: Field
  readonly text: string
}

/**
 * The first input of a flow that is malformed. Secrets are not looked at, and neither are keys beside
 * those of the flow: they are sent as typed.
 * @param inputs public and personal values by wire key
 */
export function malformedInput(
  flow: Flow | undefined,
  inputs: Readonly<Record<string, unknown>>,
): MalformedInput | undefined {
  for (const field of activeFields(flow?.fields ?? [], inputs)) {
    const value = Object.hasOwn(inputs, field.name) ? inputs[field.name] : undefined
    const text =
      typeof value === 'string' && value !== '' && field.sensitivity !== 'secret'
        ? field.validationError?.(value)
        : undefined
    if (text !== undefined) return { field, text }
  }
  return undefined
}
