import { activeFields, type Field } from '#engine/catalogue/field.ts'
import { flows } from '#engine/catalogue/flows/index.ts'
import { malformedInput } from '#engine/catalogue/malformed-input.ts'
import { Secret } from '#engine/secret/secret.ts'
import type { ServerContext, SignInInput } from '#engine/wire/sign-in-input.ts'
import { UsageError, type Arguments } from '../command.ts'
import type { SignInDestination } from './destination.ts'
import { flowFields, optionOf } from './field-options.ts'
import type { ArgumentSecrets } from './argument-secrets.ts'

/**
 * Every input of InitiateAuth that the command line gives.
 * @throws UsageError when something that the flow needs is missing or malformed
 */
export async function signInInput(
  args: Arguments,
  secrets: ArgumentSecrets,
  { practice, username }: SignInDestination,
): Promise<SignInInput> {
  const flow = args.text('flow') ?? 'USER_SRP_AUTH'
  const parameters: Record<string, string | Secret> = { ...pairs(args, 'parameter') }
  const isSecret = ({ sensitivity }: Field) => sensitivity === 'secret'
  for (const field of flowFields.filter((one) => !isSecret(one))) {
    const text = field.name === 'USERNAME' ? username : args.text(optionOf(field))
    if (text !== undefined && text !== '') parameters[field.name] = text
  }
  const activeFlowFields = activeFields(flows.get(flow)?.fields ?? [], parameters)
  for (const field of flowFields.filter(isSecret)) {
    const option = optionOf(field)
    const active = activeFlowFields.find(({ name }) => name === field.name)
    const kind = field.secretKind ?? 'text'
    const known = field.name === 'PASSWORD' && active ? practice?.user?.password : undefined
    const value =
      secrets.fromEnvironment(option, kind) ??
      (known === undefined ? undefined : Secret.of(kind, known)) ??
      (active?.required ? await secrets.fromInput(field.name, kind) : undefined)
    if (value) parameters[field.name] = value
    else if (active?.required)
      throw new UsageError(
        `${flow} needs the ${field.label.toLowerCase()}: name its variable with --${option}, or use --answers-stdin.`,
      )
  }
  const needsName = activeFlowFields.some(({ name, required }) => name === 'USERNAME' && required)
  if (needsName && parameters['USERNAME'] === undefined)
    throw new UsageError(`${flow} needs --username.`)
  const malformed = malformedInput(flows.get(flow), parameters)
  if (malformed) throw new UsageError(`--${optionOf(malformed.field)}: ${malformed.text}`)
  const metadata = pairs(args, 'metadata')
  const session = secrets.fromEnvironment('session-env', 'session')
  const analyticsEndpointId = args.text('analytics-endpoint-id')
  const IpAddress = args.text('ip-address')
  const asAdmin = asAdminOf(args)
  const EncodedData = secrets.fromEnvironment('encoded-data-env', 'context data')
  return {
    flow,
    parameters,
    ...(Object.keys(metadata).length > 0 && { clientMetadata: metadata }),
    ...(analyticsEndpointId !== undefined && { analyticsEndpointId }),
    ...((IpAddress !== undefined || EncodedData) && {
      userContextData: {
        ...(IpAddress !== undefined && { IpAddress }),
        ...(EncodedData && { EncodedData }),
      },
    }),
    ...(session && { session }),
    ...(asAdmin && { asAdmin }),
  }
}

/** What only an administrator's calls have. */
const ofAdmin = ['aws-profile', 'server-name', 'server-path', 'http-header']

function asAdminOf(args: Arguments): ServerContext | undefined {
  const lone = ofAdmin.find((option) => args.has(option))
  if (!args.has('as-admin')) {
    if (lone !== undefined) throw new UsageError(`--${lone} requires --as-admin.`)
    return undefined
  }
  const ServerName = args.text('server-name')
  const ServerPath = args.text('server-path')
  return {
    ...(ServerName !== undefined && { ServerName }),
    ...(ServerPath !== undefined && { ServerPath }),
    HttpHeaders: pairs(args, 'http-header'),
  }
}

/** What `--option KEY=VALUE` gives, each time that it is written. @throws UsageError */
export function pairs(args: Arguments, option: string): Record<string, string> {
  return Object.fromEntries(
    args.texts(option).map((text) => {
      const at = text.indexOf('=')
      if (at < 1) throw new UsageError(`--${option} takes KEY=VALUE, not “${text}”.`)
      return [text.slice(0, at), text.slice(at + 1)]
    }),
  )
}
