import { activeFields } from '#engine/catalogue/field.ts'
import { flows } from '#engine/catalogue/flows/index.ts'
import { sensitiveMember } from '#engine/catalogue/sensitive-members.ts'
import type { call } from '#renderer/bridge/client.ts'

/** A pair of the free inputs. */
export interface Pair {
  readonly key: string
  readonly value: string
}

/** What `run.start` takes. */
export type StartInput = Parameters<typeof call<'run.start'>>[1]

/** The filled-in form as sent to the main process; every secret is separate. */
export interface FilledForm {
  readonly profileId: string
  readonly flow: string
  /** Public and personal values of the flow's own fields, by wire key. */
  readonly inputs: Readonly<Record<string, string>>
  readonly free: readonly Pair[]
  /** Texts of the secret inputs: wire keys, and `EncodedData` and `Session`. */
  readonly secrets: Readonly<Record<string, string>>
  readonly metadata: readonly Pair[]
  readonly analyticsEndpointId: string
  readonly ipAddress: string
  readonly automatic: StartInput['automatic']
  readonly device: StartInput['device']
  readonly deviceName: string
  /** Empty for none. */
  readonly fault: string
  readonly asAdmin?: StartInput['asAdmin']
}

/** Pairs as a record; those without a key are left out, of equal keys the last one counts. */
export const recordOf = (pairs: readonly Pair[]): Record<string, string> =>
  Object.fromEntries(
    pairs.flatMap(({ key, value }) => (key.trim() === '' ? [] : [[key.trim(), value]])),
  )

/** Whether a free key carries a secret by the catalogue, and so must not be held or shown. */
export const isSecretKey = (key: string): boolean =>
  sensitiveMember(key.trim())?.sensitivity === 'secret'

/** The values of the fields that this flow has; what was typed for another flow stays behind. */
export function ofThisFlow(
  flow: string,
  inputs: Readonly<Record<string, string>>,
): Record<string, string> {
  const fields = activeFields(flows.get(flow)?.fields ?? [], inputs)
  const names = new Set(fields.map(({ name }) => name))
  return Object.fromEntries(
    Object.entries(inputs).filter(([name, value]) => names.has(name) && value !== ''),
  )
}

/** Makes the input of `run.start`. A free key that names a secret travels among the secrets. */
export function startInput(form: FilledForm): StartInput {
  const { EncodedData, Session, ...typed } = form.secrets
  const free = Object.entries(recordOf(form.free)).filter(([, value]) => value !== '')
  return {
    profileId: form.profileId,
    flow: form.flow,
    parameters: {
      ...ofThisFlow(form.flow, form.inputs),
      ...Object.fromEntries(free.filter(([key]) => !isSecretKey(key))),
    },
    secrets: { ...typed, ...Object.fromEntries(free.filter(([key]) => isSecretKey(key))) },
    clientMetadata: recordOf(form.metadata),
    analyticsEndpointId: form.analyticsEndpointId,
    userContextData: { IpAddress: form.ipAddress, ...(EncodedData && { EncodedData }) },
    ...(Session && { session: Session }),
    automatic: { ...form.automatic },
    device: form.device,
    deviceName: form.deviceName.trim(),
    ...(form.fault !== '' && { fault: form.fault }),
    ...(form.asAdmin && { asAdmin: form.asAdmin }),
  }
}
