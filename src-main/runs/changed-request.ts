import { activeFields } from '#engine/catalogue/field.ts'
import { flows } from '#engine/catalogue/flows/index.ts'
import type { WireValues } from '#engine/wire/wire-values.ts'
import type { ProfileRunRequest } from './run-dependencies.ts'

/** In what a sign-in differs that is started once more. */
export interface RetryChange {
  readonly flow?: string
  /** The key of a parameter that is left out. */
  readonly without?: string
}

/**
 * The same sign-in with a change. Another flow gets what it has fields for, the password of the
 * earlier one included; a fault that was injected is not injected again, and a new device
 * is not confirmed.
 */
export function changedRequest(
  { confirmDeviceAs: _first, fault: _once, typed: _before, ...request }: ProfileRunRequest,
  { flow = request.input.flow, without }: RetryChange,
): ProfileRunRequest {
  const { input, known } = request
  const wireValues: WireValues = {
    ...input.parameters,
    ...(known.password &&
      input.parameters['PASSWORD'] === undefined && { PASSWORD: known.password }),
  }
  const isSame = flow === input.flow
  const fields = new Set(
    activeFields(flows.get(flow)?.fields ?? [], wireValues).map(({ name }) => name),
  )
  const parameters = Object.fromEntries(
    Object.entries(isSame ? input.parameters : wireValues).filter(
      ([name]) => name !== without && (isSame || fields.has(name) || name === 'DEVICE_KEY'),
    ),
  )
  return { ...request, input: { ...input, flow, parameters } }
}
