/** One kind of value about which opinions differ: whether a redacted file has it as marks. */
export interface RedactionChoice {
  readonly id: string
  /** What becomes marks, as a label. */
  readonly title: string
  readonly note: string
  readonly isDefault: boolean
}

const choices = [
  {
    id: 'groups',
    title: 'Groups and roles',
    note: 'cognito:groups, roles, and what triggers put in their place',
    isDefault: true,
  },
  {
    id: 'token-ids',
    title: 'Token IDs',
    note: 'jti, origin_jti and event_id, by which AWS finds a sign-in',
    isDefault: false,
  },
  {
    id: 'claim-names',
    title: 'Names of custom claims',
    note: 'custom:… and claims that a trigger added, by name',
    isDefault: false,
  },
] as const satisfies readonly RedactionChoice[]

/** Id of a choice, as stored and sent. */
export type RedactionChoiceId = (typeof choices)[number]['id']

/** The one list of choices; dialog, command line and documentation derive. */
export const redactionChoices: readonly (RedactionChoice & { readonly id: RedactionChoiceId })[] =
  choices

/** What becomes marks unless a person says otherwise. */
export const defaultRedaction: readonly RedactionChoiceId[] = redactionChoices
  .filter(({ isDefault }) => isDefault)
  .map(({ id }) => id)
