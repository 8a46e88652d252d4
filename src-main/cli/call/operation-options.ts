import type { AccountOperation } from '#engine/catalogue/define-operation.ts'
import type { Field } from '#engine/catalogue/field.ts'
import { accountOperations } from '#engine/catalogue/operations/index.ts'
import { type Secret } from '#engine/secret/secret.ts'
import type { WireValues } from '#engine/wire/wire-values.ts'
import { UsageError, type Arguments, type Option } from '../command.ts'
import { fieldHelp } from '../field-help.ts'
import type { ArgumentSecrets } from '../sign-in/argument-secrets.ts'

/**
 * A run of capitals is one word. A nested member goes by its own name, but for the factors, which
 * all have the same members.
 */
const kebab = (name: string): string =>
  name
    .replace('MfaSettings.PreferredMfa', '-preferred')
    .replace('MfaSettings.', '-')
    .replace(/^(UserContextData|AnalyticsMetadata|DeviceSecretVerifierConfig)\./, '')
    .replace(/(?<=[a-z])(?=[A-Z])|(?<=[A-Z])(?=[A-Z][a-z])/g, '-')
    .replaceAll('.', '-')
    .toLowerCase()

/** The option that a field is given by: `--device-key V`, but `--code-env VAR`. */
const optionOf = ({ name, sensitivity }: Field): string =>
  `${kebab(name)}${sensitivity === 'secret' ? '-env' : ''}`

/** An option for each field of each operation; secret ones name an environment variable. */
export const operationOptions = (): Readonly<Record<string, Option>> =>
  Object.fromEntries(
    [...accountOperations.values()]
      .flatMap(({ fields }) => fields)
      .map((field): [string, Option] => [
        optionOf(field),
        field.sensitivity === 'secret'
          ? { value: 'VAR', help: `Variable that holds ${field.name}.` }
          : field.control === 'pairs'
            ? { value: 'K=V', many: true, help: `One item of ${field.name}.` }
            : {
                value: 'V',
                help:
                  field.control === 'switch' ? `${field.name}: true or false.` : fieldHelp(field),
              },
      ]),
  )

/**
 * What the command line gives for an operation: options, and secrets also from standard input.
 * @throws UsageError
 */
export async function inputsFor(
  { fields }: AccountOperation,
  args: Arguments,
  secrets: ArgumentSecrets,
): Promise<WireValues> {
  const values: Record<string, string | Secret> = {}
  for (const field of fields) {
    const option = optionOf(field)
    if (field.sensitivity === 'secret') {
      const kind = field.secretKind ?? 'text'
      const secret =
        secrets.fromEnvironment(option, kind) ?? (await secrets.fromInput(field.name, kind))
      if (secret) values[field.name] = secret
    } else if (field.control === 'pairs')
      for (const text of args.texts(option)) {
        const at = text.indexOf('=')
        if (at < 1) throw new UsageError(`--${option} takes KEY=VALUE, not “${text}”.`)
        values[`${field.name}.${text.slice(0, at)}`] = text.slice(at + 1)
      }
    else {
      const text = args.text(option)
      if (text !== undefined) values[field.name] = text
    }
  }
  return values
}

/** Whether a sign-in has to come first, for the token that lets the call through. */
export const needsSignIn = ({ authorised, fields }: AccountOperation, values: WireValues) =>
  fields.some(
    ({ name, required, secretKind }) =>
      (secretKind === 'access token' || secretKind === 'refresh token') &&
      (required || (authorised === 'access token or session' && !values['Session'])) &&
      values[name] === undefined,
  )

/** The secret that the code of an authenticator app is computed from, where one is to be sent. */
export const codeSecret = (
  { fields }: AccountOperation,
  values: WireValues,
  secrets: ArgumentSecrets,
): Secret | undefined =>
  fields.some(({ name }) => name === 'UserCode') && values['UserCode'] === undefined
    ? secrets.fromEnvironment('totp-secret-env', 'totp secret')
    : undefined

/**
 * @param computed names of the fields that need no input
 * @throws UsageError for the first field that is missing and comes from no sign-in
 */
export function checkComplete(
  { fields, name }: AccountOperation,
  values: WireValues,
  computed: readonly string[],
): void {
  const missing = fields.find(
    ({ control, name: field, required, secretKind }) =>
      required &&
      !computed.includes(field) &&
      secretKind !== 'access token' &&
      secretKind !== 'refresh token' &&
      (control === 'pairs'
        ? !Object.keys(values).some((key) => key.startsWith(`${field}.`))
        : values[field] === undefined),
  )
  if (missing) throw new UsageError(`${name} needs ${missing.name}: --${optionOf(missing)}.`)
}
