import { activeFields, type Field } from '../catalogue/field.ts'
import type { Flow } from '../catalogue/define-flow.ts'
import { flows } from '../catalogue/flows/index.ts'
import { previewedInput } from '../catalogue/operation-preview.ts'
import { metadataReach } from '../catalogue/trigger-sequence.ts'
import { contextMembers } from '../wire/initiate-auth.ts'
import type { Check, Preview } from '../wire/previewed.ts'
import type { ServerContext } from '../wire/sign-in-input.ts'

/** What the flow builder contains before anything is sent; of secrets only that they are there. */
export interface PreviewInput {
  readonly flow: string
  readonly clientId: string
  readonly userPoolId: string
  readonly clientHasSecret: boolean
  /** Public and personal values by wire key. */
  readonly inputs: Readonly<Record<string, string>>
  /** Wire keys of secret values that are typed or known. */
  readonly filled: readonly string[]
  /** Stands for the DEVICE_KEY that is sent automatically; empty if none is. */
  readonly deviceKey?: string
  readonly clientMetadata: Readonly<Record<string, string>>
  readonly analyticsEndpointId: string
  readonly ipAddress: string
  readonly hasEncodedData: boolean
  readonly hasSession: boolean
  /** Present when an administrator calls. */
  readonly asAdmin?: ServerContext
}

/** Shows what the call that begins would send, and says what is missing and what would be refused. */
export function preview(input: PreviewInput): Preview {
  const flow = flows.get(input.flow)
  const checks = [
    ...activeFields(flow?.fields ?? [], input.inputs).flatMap((field) => fieldChecks(field, input)),
    ...clientChecks(input),
  ]
  if (flow?.operation) {
    const inputs = parametersOf(flow, { ...input, clientHasSecret: false })
    return {
      operation: flow.operation.name,
      input: previewedInput(flow.operation, { ...input, inputs }),
      checks: [...checks, ...withoutMember(flow.operation.name, input)],
    }
  }
  const { analyticsEndpointId, asAdmin, clientMetadata, hasEncodedData, ipAddress } = input
  return {
    operation: asAdmin ? 'AdminInitiateAuth' : 'InitiateAuth',
    input: {
      ...(asAdmin && { UserPoolId: input.userPoolId }),
      AuthFlow: input.flow,
      ClientId: input.clientId,
      AuthParameters: parametersOf(flow, input),
      ...contextMembers({
        clientMetadata,
        analyticsEndpointId,
        userContextData: {
          IpAddress: ipAddress,
          ...(hasEncodedData && { EncodedData: '‹context data›' }),
        },
        ...(asAdmin && { asAdmin }),
      }),
      ...(input.hasSession && { Session: '‹session›' }),
    },
    checks,
  }
}

/** The values of a flow under their names on the wire. */
function parametersOf(flow: Flow | undefined, input: PreviewInput): Record<string, string> {
  const fields = flow?.fields ?? []
  const parameters: Record<string, string> = {}
  for (const field of activeFields(fields, input.inputs)) {
    const shown = shownValue(field, input)
    if (shown !== undefined && field.sent) parameters[field.member ?? field.name] = shown
  }
  for (const { name } of activeFields(flow?.computed ?? [], input.inputs))
    parameters[name] = input.inputs[name] ?? `‹computed on send›`
  const known = new Set(fields.map(({ name }) => name))
  for (const [name, value] of Object.entries(input.inputs))
    if (!known.has(name) && value !== '') parameters[name] = value
  const deviceKey = fields.find(({ name }) => name === 'DEVICE_KEY')?.member ?? 'DEVICE_KEY'
  if (input.deviceKey && flow?.refused === undefined) parameters[deviceKey] ??= input.deviceKey
  if (input.clientHasSecret) parameters['SECRET_HASH'] ??= '‹computed on send›'
  return parameters
}

/** What InitiateAuth has a member for, and the operation in its place has not. */
function withoutMember(operation: string, input: PreviewInput): readonly Check[] {
  const inputs = [
    ['AnalyticsMetadata', input.analyticsEndpointId !== ''],
    ['UserContextData', input.ipAddress !== '' || input.hasEncodedData],
    ['Session', input.hasSession],
  ] as const
  return inputs.flatMap(([field, there]) =>
    there ? [{ level: 'note', field, text: `${operation} has no ${field}: it is not sent.` }] : [],
  )
}

function shownValue(field: Field, { filled, inputs }: PreviewInput): string | undefined {
  if (field.sensitivity === 'secret')
    return filled.includes(field.name) ? `‹${field.secretKind ?? 'secret'}›` : undefined
  return inputs[field.name] || undefined
}

function fieldChecks(field: Field, { filled, inputs }: PreviewInput): Check[] {
  const value = inputs[field.name] ?? ''
  if (field.required && value === '' && !filled.includes(field.name))
    return [{ level: 'missing', field: field.name, text: `${field.label} is missing.` }]
  const validationError = value === '' ? undefined : field.validationError?.(value)
  return validationError === undefined
    ? []
    : [{ level: 'refused', field: field.name, text: validationError }]
}

function clientChecks(input: PreviewInput): Check[] {
  const checks: Check[] = []
  const flow = flows.get(input.flow)
  const refused = input.asAdmin ? flow?.refusedAsAdmin : flow?.refused
  if (refused !== undefined) checks.push({ level: 'refused', field: 'AuthFlow', text: refused })
  if (!/^[\w+]{1,128}$/.test(input.clientId))
    checks.push({
      level: input.clientId === '' ? 'missing' : 'refused',
      field: 'ClientId',
      text:
        input.clientId === ''
          ? 'The app client ID is missing.'
          : 'An app client ID contains only letters, digits, _ and +.',
    })
  const needsPool = activeFields(flow?.computed ?? [], input.inputs).some(
    ({ name }) => name === 'SRP_A',
  )
  if (needsPool && !/^[\w-]+_[0-9a-zA-Z]+$/.test(input.userPoolId))
    checks.push({
      level: 'missing',
      field: 'UserPoolId',
      text: 'SRP needs the user pool ID (<region>_<name>): the pool’s name is part of the proof.',
    })
  // Where the flow requires the name, its field says already that it is missing.
  const nameRequired = flow?.fields.some(({ name, required }) => name === 'USERNAME' && required)
  const isHashed = input.clientHasSecret && flow?.operation === undefined
  if (isHashed && flow && !nameRequired && flow.hashName(input.inputs) === '')
    checks.push({
      level: 'refused',
      field: 'USERNAME',
      text: 'The client has a secret: SECRET_HASH needs the user’s real username.',
    })
  if (Object.keys(input.clientMetadata).length > 0 && flow)
    checks.push({
      level: 'note',
      field: 'ClientMetadata',
      text: metadataReach(flow.triggers(input.inputs)),
    })
  if (input.asAdmin && !flow?.operation) checks.push(...adminChecks(input, input.asAdmin))
  if (input.ipAddress && !input.clientHasSecret && !input.asAdmin && !flow?.operation)
    checks.push({
      level: 'note',
      field: 'IpAddress',
      text: 'Cognito uses IpAddress only from a client with a secret and EnablePropagateAdditionalUserContextData.',
    })
  return checks
}

const poolMissing = 'AdminInitiateAuth names the user pool: give its ID in the profile.'

function adminChecks(input: PreviewInput, asAdmin: ServerContext): Check[] {
  const { HttpHeaders = {}, ServerName = '', ServerPath = '' } = asAdmin
  const inputs = [
    ['IpAddress', input.ipAddress !== ''],
    ['ServerName', ServerName !== ''],
    ['ServerPath', ServerPath !== ''],
    ['HttpHeaders', Object.keys(HttpHeaders).length > 0],
  ] as const
  const absent = inputs.filter(([, there]) => !there).map(([name]) => name)
  const some = absent.length < inputs.length || input.hasEncodedData
  return [
    ...(input.userPoolId === ''
      ? [{ level: 'missing', field: 'UserPoolId', text: poolMissing } as const]
      : []),
    ...(some && absent.length > 0
      ? [
          {
            level: 'refused',
            field: 'ContextData',
            text: `ContextData needs all of its members; ${absent.join(', ')} ${absent.length > 1 ? 'are' : 'is'} missing.`,
          } as const,
        ]
      : []),
  ]
}
