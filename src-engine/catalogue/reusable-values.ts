import type { MarkedSecret } from '../trace/marked-secret.ts'
import type { Timeline } from '../trace/timeline.ts'
import type { AccountOperation } from './define-operation.ts'

/** What an earlier answer of a trace lends to the calls after it, as marks. */
export interface ReusableValues {
  readonly accessToken?: string
  readonly refreshToken?: string
  /** The last session that was not used up by tokens, and the operation that returned it. */
  readonly session?: { readonly mark: string; readonly of: string }
  /** The secret of AssociateSoftwareToken, from which a code can be computed. */
  readonly secretCode?: string
}

/** Looks through a trace for what need not be typed for its next call. */
export function reusableValues(
  { steps }: Pick<Timeline, 'steps'>,
  secrets: readonly MarkedSecret[],
): ReusableValues {
  let values: ReusableValues = {}
  for (const { answer, operation = '' } of steps) {
    if (answer?.kind === 'tokens') {
      const markOf = (use: string) => answer.tokens.find((token) => token.use === use)?.mark
      const accessToken = markOf('access')
      // A refresh usually returns none: then the one that it used stays valid.
      const refreshToken =
        markOf('refresh') ??
        values.refreshToken ??
        secrets.find(({ kind }) => kind === 'refresh token')?.mark
      const { session: _usedUp, ...others } = values
      values = {
        ...others,
        ...(accessToken !== undefined && { accessToken }),
        ...(refreshToken !== undefined && { refreshToken }),
      }
    }
    if (answer?.kind !== 'accepted') continue
    const secretCode = answer.values['SecretCode']
    values = {
      ...values,
      ...(secretCode !== undefined && { secretCode }),
      ...(answer.session !== undefined && { session: { mark: answer.session, of: operation } }),
    }
  }
  return values
}

/** The operation whose answer has the Session that an operation continues. */
const sessionAfter: Readonly<Record<string, readonly string[]>> = {
  ConfirmSignUp: ['SignUp', 'ConfirmSignUp'],
  AssociateSoftwareToken: ['AssociateSoftwareToken'],
  VerifySoftwareToken: ['AssociateSoftwareToken'],
}

/** The marks with which the secret fields of an operation can be filled, by the field’s name. */
export function reusableFor(
  { authorised, fields, name }: AccountOperation,
  { accessToken, refreshToken, session }: ReusableValues,
): Readonly<Record<string, string>> {
  const goesOn = session && sessionAfter[name]?.includes(session.of) ? session.mark : undefined
  const either = authorised === 'access token or session' && accessToken !== undefined
  const marks = fields.map(({ name: field, secretKind }) => {
    if (secretKind === 'access token') return [field, accessToken] as const
    if (secretKind === 'refresh token') return [field, refreshToken] as const
    return [field, secretKind === 'session' && !either ? goesOn : undefined] as const
  })
  return Object.fromEntries(marks.filter((one): one is [string, string] => one[1] !== undefined))
}
