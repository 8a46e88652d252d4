import type { Check, Preview } from '../wire/previewed.ts'
import type { AccountOperation } from './define-operation.ts'
import { activeFields, type Field } from './field.ts'
import { operationRequest } from './operation-request.ts'

/** What the form of an operation contains before it is sent; of secrets only that they are there. */
export interface OperationDraft {
  readonly clientId: string
  readonly userPoolId: string
  readonly clientHasSecret: boolean
  /** Public and personal values by the name of the field. */
  readonly inputs: Readonly<Record<string, string>>
  /** Names of secret fields that are typed, or come from the sign-in. */
  readonly filled: readonly string[]
  readonly clientMetadata: Readonly<Record<string, string>>
}

/** Shows what the call would send, and says what is missing and what would be refused. */
export function operationPreview(operation: AccountOperation, draft: OperationDraft): Preview {
  const { filled, inputs } = draft
  const fields = activeFields(operation.fields, inputs)
  const secrets = fields.flatMap(({ name, secretKind = 'text', sensitivity }) =>
    sensitivity === 'secret' && filled.includes(name) ? [[name, `‹${secretKind}›`]] : [],
  )
  const marked = Object.fromEntries(secrets) as Record<string, string>
  return {
    operation: operation.name,
    input: previewedInput(operation, { ...draft, inputs: { ...inputs, ...marked } }),
    checks: [
      ...fields.flatMap((field) => fieldChecks(field, draft)),
      ...wholeChecks(operation, draft),
    ],
  }
}

/**
 * The members of a call as it would be sent.
 * @param draft its `given` has a word instead of each secret
 */
export function previewedInput(
  operation: AccountOperation,
  draft: Omit<OperationDraft, 'filled'>,
): Preview['input'] {
  const { clientHasSecret, clientId, userPoolId } = draft
  const { input } = operationRequest(operation, { clientId, userPoolId }, draft)
  const { ClientId, ...others } = input
  return {
    ...(ClientId !== undefined && { ClientId }),
    ...(clientHasSecret && addedSecret(operation)),
    ...others,
  }
}

function addedSecret({ authorised }: AccountOperation): Readonly<Record<string, string>> {
  if (authorised === 'app client') return { SecretHash: '‹computed on send›' }
  return authorised === 'client secret' ? { ClientSecret: '‹client secret›' } : {}
}

function fieldChecks(field: Field, { filled, inputs }: OperationDraft): readonly Check[] {
  const { control, label, name, required } = field
  const isThere =
    control === 'pairs'
      ? Object.keys(inputs).some((key) => key.startsWith(`${name}.`))
      : (inputs[name] ?? '') !== '' || filled.includes(name)
  if (required && !isThere) return [{ level: 'missing', field: name, text: `${label} is missing.` }]
  const validationError = inputs[name] ? field.validationError?.(inputs[name]) : undefined
  return validationError === undefined
    ? []
    : [{ level: 'refused', field: name, text: validationError }]
}

function wholeChecks(operation: AccountOperation, draft: OperationDraft): readonly Check[] {
  const { clientId, clientMetadata, filled, userPoolId } = draft
  const checks: Check[] = []
  const missing = (field: string, text: string) => checks.push({ level: 'missing', field, text })
  const byClient = operation.authorised === 'app client' || operation.authorised === 'client secret'
  if (byClient && clientId === '') missing('ClientId', 'The app client ID is missing.')
  if (operation.authorised === 'feedback token' && userPoolId === '')
    missing('UserPoolId', 'The user pool ID is missing.')
  const byToken = operation.authorised === 'access token or session'
  if (byToken && !filled.includes('AccessToken') && !filled.includes('Session'))
    missing('AccessToken', 'An access token or a session is missing.')
  if (Object.keys(clientMetadata).length > 0)
    checks.push({
      level: operation.metadata === undefined ? 'refused' : 'note',
      field: 'ClientMetadata',
      text: operation.metadata ?? `${operation.name} has no ClientMetadata.`,
    })
  return checks
}
