import { listed } from '../units/listed.ts'
/** The Lambda triggers of a user pool that a sign-in can run, as the service names them. */
export type TriggerName =
  | 'PreAuthentication'
  | 'PostAuthentication'
  | 'UserMigration'
  | 'DefineAuthChallenge'
  | 'CreateAuthChallenge'
  | 'VerifyAuthChallengeResponse'
  | 'PreTokenGeneration'
  | 'CustomMessage'

/**
 * A trigger that a call runs, where the pool has it, and what it gets of the call's ClientMetadata.
 * Source: developer guide, "Customizing user pool workflows with Lambda triggers", and the text of
 * ClientMetadata in the service model. Their order around UserMigration is reported, not confirmed.
 */
export interface TriggerExecution {
  readonly trigger: TriggerName
  /** The member of the event's request that ClientMetadata arrives as. */
  readonly gets: 'validationData' | 'clientMetadata' | 'nothing'
  /** When it runs, where that is not each time: words that go on from its name. */
  readonly when?: string
}

const run = (
  trigger: TriggerName,
  gets: TriggerExecution['gets'],
  when?: string,
): TriggerExecution => ({
  trigger,
  gets,
  ...(when !== undefined && { when }),
})

const noChallenge = 'if no challenge follows'
const message = 'if a code is sent'

/** InitiateAuth with a password: an unknown user may be migrated, and a sign-in may end at once. */
export const passwordBegins: readonly TriggerExecution[] = [
  run('UserMigration', 'validationData', 'if the user is unknown'),
  run('PreAuthentication', 'validationData'),
  run('CustomMessage', 'nothing', message),
  run('PostAuthentication', 'nothing', noChallenge),
  run('PreTokenGeneration', 'nothing', noChallenge),
]

/** InitiateAuth that only asks for a proof: nothing more is known of the user yet. */
export const proofBegins: readonly TriggerExecution[] = [run('PreAuthentication', 'validationData')]

/** InitiateAuth that a code by message or a passkey follows. */
export const factorBegins: readonly TriggerExecution[] = [
  ...proofBegins,
  run('CustomMessage', 'nothing', message),
]

/** InitiateAuth of CUSTOM_AUTH; with SRP_A the first challenge is made after the password. */
export const customBegins = (withSrp: boolean): readonly TriggerExecution[] => [
  ...proofBegins,
  run('DefineAuthChallenge', 'nothing'),
  ...(withSrp ? [] : [run('CreateAuthChallenge', 'nothing')]),
]

/** A refresh by InitiateAuth. That its trigger sees no metadata is reported. */
export const refreshes: readonly TriggerExecution[] = [run('PreTokenGeneration', 'nothing')]

/** A refresh by GetTokensFromRefreshToken. */
export const refreshesWithMetadata: readonly TriggerExecution[] = [
  run('PreTokenGeneration', 'clientMetadata'),
]

const ends: readonly TriggerExecution[] = [
  run('PostAuthentication', 'clientMetadata', noChallenge),
  run('PreTokenGeneration', 'clientMetadata', noChallenge),
]

/** RespondToAuthChallenge, after which tokens or another challenge may come. */
export const answerEnds: readonly TriggerExecution[] = [
  run('CustomMessage', 'clientMetadata', message),
  ...ends,
]

/** An answer in CUSTOM_AUTH; only that to a custom challenge is judged by a trigger. */
export const customRound = (judged: boolean): readonly TriggerExecution[] => [
  ...(judged ? [run('VerifyAuthChallengeResponse', 'clientMetadata')] : []),
  run('DefineAuthChallenge', 'clientMetadata'),
  run('CreateAuthChallenge', 'clientMetadata', 'for another round'),
  ...ends,
]

/** Where ClientMetadata of a call goes, and where it does not, in a sentence or two. */
export function metadataReach(runs: readonly TriggerExecution[]): string {
  const namesOf = (gets: TriggerExecution['gets']) =>
    runs.filter((one) => one.gets === gets).map(({ trigger }) => trigger)
  const as = (['validationData', 'clientMetadata'] as const).flatMap((member) => {
    const names = namesOf(member)
    return names.length > 0 ? [`Reaches ${listed(names)} as ${member}.`] : []
  })
  if (as.length === 0) as.push('Reaches no trigger.')
  const without = namesOf('nothing')
  if (without.length > 0)
    as.push(
      `${listed(without)} ${without.length > 1 ? 'run' : 'runs'} in this call, too, and never ${without.length > 1 ? 'see' : 'sees'} it${without.includes('DefineAuthChallenge') ? ': send it with the first answer' : ''}.`,
    )
  return as.join(' ')
}
