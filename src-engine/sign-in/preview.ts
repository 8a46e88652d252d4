import { inForce, type Field } from '../catalogue/field.ts'
import { flows } from '../catalogue/flows/index.ts'
import { metadataReach } from '../catalogue/trigger-runs.ts'

/** What the flow builder holds before anything is sent; of secrets only that they are there. */
export interface PreviewInput {
  readonly flow: string
  readonly clientId: string
  readonly userPoolId: string
  readonly clientHasSecret: boolean
  /** Public and personal values by wire key. */
  readonly given: Readonly<Record<string, string>>
  /** Wire keys of secret values that are typed or known. */
  readonly filled: readonly string[]
  /** Stands for the DEVICE_KEY that goes along by itself; empty where none does. */
  readonly deviceKey?: string
  readonly clientMetadata: Readonly<Record<string, string>>
  readonly analyticsEndpointId: string
  readonly ipAddress: string
  readonly hasEncodedData: boolean
  readonly hasSession: boolean
}

/** One remark on a request before it is sent. */
export interface Check {
  /** `missing`: it cannot be sent so. `refused`: Cognito would refuse it. `note`: good to know. */
  readonly level: 'missing' | 'refused' | 'note'
  /** Wire key of the field it is about. */
  readonly field: string
  readonly text: string
}

/** The request as it would go out, with a word in place of what is secret or not made yet. */
export interface Preview {
  readonly input: Readonly<Record<string, unknown>>
  readonly checks: readonly Check[]
}

/** Shows what InitiateAuth would send, and says what is missing and what would be refused. */
export function preview(input: PreviewInput): Preview {
  const flow = flows.get(input.flow)
  const checks: Check[] = []
  const parameters: Record<string, string> = {}
  for (const field of inForce(flow?.fields ?? [], input.given)) {
    const shown = shownValue(field, input)
    if (shown !== undefined && field.sent) parameters[field.name] = shown
    checks.push(...fieldChecks(field, input))
  }
  for (const { name } of inForce(flow?.made ?? [], input.given))
    parameters[name] = input.given[name] ?? `‹made when sent›`
  const known = new Set(flow?.fields.map(({ name }) => name))
  for (const [name, value] of Object.entries(input.given))
    if (!known.has(name) && value !== '') parameters[name] = value
  if (input.deviceKey && flow?.refused === undefined) parameters['DEVICE_KEY'] ??= input.deviceKey
  if (input.clientHasSecret) parameters['SECRET_HASH'] ??= '‹made when sent›'
  checks.push(...clientChecks(input))
  return {
    input: {
      AuthFlow: input.flow,
      ClientId: input.clientId,
      AuthParameters: parameters,
      ...(Object.keys(input.clientMetadata).length > 0 && { ClientMetadata: input.clientMetadata }),
      ...(input.analyticsEndpointId && {
        AnalyticsMetadata: { AnalyticsEndpointId: input.analyticsEndpointId },
      }),
      ...((input.ipAddress || input.hasEncodedData) && {
        UserContextData: {
          ...(input.ipAddress && { IpAddress: input.ipAddress }),
          ...(input.hasEncodedData && { EncodedData: '‹context data›' }),
        },
      }),
      ...(input.hasSession && { Session: '‹session›' }),
    },
    checks,
  }
}

function shownValue(field: Field, { filled, given }: PreviewInput): string | undefined {
  if (field.sensitivity === 'secret')
    return filled.includes(field.name) ? `‹${field.secretKind ?? 'secret'}›` : undefined
  return given[field.name] || undefined
}

function fieldChecks(field: Field, { filled, given }: PreviewInput): Check[] {
  const value = given[field.name] ?? ''
  if (field.required && value === '' && !filled.includes(field.name))
    return [{ level: 'missing', field: field.name, text: `${field.label} is missing.` }]
  const complaint = value === '' ? undefined : field.complaint?.(value)
  return complaint === undefined ? [] : [{ level: 'refused', field: field.name, text: complaint }]
}

function clientChecks(input: PreviewInput): Check[] {
  const checks: Check[] = []
  const flow = flows.get(input.flow)
  if (flow?.refused !== undefined)
    checks.push({ level: 'refused', field: 'AuthFlow', text: flow.refused })
  if (!/^[\w+]{1,128}$/.test(input.clientId))
    checks.push({
      level: input.clientId === '' ? 'missing' : 'refused',
      field: 'ClientId',
      text:
        input.clientId === ''
          ? 'The app client id is missing.'
          : 'An app client id holds only letters, digits, _ and +.',
    })
  const needsPool = inForce(flow?.made ?? [], input.given).some(({ name }) => name === 'SRP_A')
  if (needsPool && !/^[\w-]+_[0-9a-zA-Z]+$/.test(input.userPoolId))
    checks.push({
      level: 'missing',
      field: 'UserPoolId',
      text: 'SRP needs the user pool id (<region>_<name>): the pool’s name is part of the proof.',
    })
  // Where the flow requires the name, its field says already that it is missing.
  const nameRequired = flow?.fields.some(({ name, required }) => name === 'USERNAME' && required)
  if (input.clientHasSecret && flow && !nameRequired && flow.hashName(input.given) === '')
    checks.push({
      level: 'refused',
      field: 'USERNAME',
      text: 'The client has a secret: SECRET_HASH needs the user’s real user name.',
    })
  if (Object.keys(input.clientMetadata).length > 0 && flow)
    checks.push({
      level: 'note',
      field: 'ClientMetadata',
      text: metadataReach(flow.triggers(input.given)),
    })
  if (input.ipAddress && !input.clientHasSecret)
    checks.push({
      level: 'note',
      field: 'IpAddress',
      text: 'Cognito heeds IpAddress only from a client with a secret that may propagate user context.',
    })
  return checks
}
