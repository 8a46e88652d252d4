import { clientProbeFact } from '../facts/client-probe.ts'
import { factAmong } from '../facts/facts-of.ts'
import { sent, type Evidence, type EvidenceStep } from './evidence.ts'
import type { NextMove, WindowAction } from './rule.ts'

/** Something that the window can do at once. */
export const act = (text: string, action: WindowAction): NextMove => ({
  kind: 'action',
  text,
  safety: 'as is',
  action,
})

/** A sentence that says what to do elsewhere. */
export const advise = (text: string): NextMove => ({ kind: 'advice', text, safety: 'as is' })

/**
 * A line for the AWS CLI, filled with what is known. What is not known stays as a placeholder in
 * angle brackets, and the line says so.
 * @param words the part after `aws cognito-idp`, without the pool
 */
export function awsCli(
  { target }: Pick<Evidence, 'target'>,
  command: string,
  options: Readonly<Record<string, string | undefined>>,
  certain: 'safe' | 'uncertain' = 'safe',
): NextMove {
  const region = target?.region ?? ''
  const values: Readonly<Record<string, string | undefined>> = {
    ...options,
    ...(region !== '' && { region }),
  }
  const words = Object.entries(values).map(([name, value]) => {
    const known = value !== undefined && !value.includes('‹')
    return `--${name} ${known ? shellWord(value) : `<${name}>`}`
  })
  const text = ['aws cognito-idp', command, ...words].join(' ')
  const complete = !/ <[\w-]+>/.test(text)
  return {
    kind: 'aws cli',
    text,
    safety: !complete ? 'fill in' : certain === 'safe' ? 'as is' : 'uncertain',
  }
}

/** A word as a POSIX shell reads it whole. */
const shellWord = (word: string): string =>
  /^[\w@%+=:,./-]+$/.test(word) ? word : `'${word.replaceAll("'", `'\\''`)}'`

/** Testing the profile, where that has not been done: it tells what the trace cannot. */
export const testProfile = ({ known }: Pick<Evidence, 'known'>): readonly NextMove[] =>
  factAmong(known, clientProbeFact) ? [] : [act('Test the profile', { do: 'probe' })]

/** The user pool of the trace for a command line. */
export const poolOption = ({
  target,
}: Pick<Evidence, 'target'>): Readonly<Record<string, string | undefined>> => ({
  'user-pool-id': target?.userPoolId === '' ? undefined : target?.userPoolId,
})

/** The app client of the trace for a command line. */
export const clientOption = ({
  target,
}: Pick<Evidence, 'target'>): Readonly<Record<string, string | undefined>> => ({
  'client-id': target?.clientId === '' ? undefined : target?.clientId,
})

/** The user of a call for a command line. */
export const userOption = (step: EvidenceStep): Readonly<Record<string, string | undefined>> => ({
  username: sent(step, 'USERNAME', 'Username') ?? step.challengeParameters['USER_ID_FOR_SRP'],
})

/** Reads the user as the pool has it; changes nothing. */
export const readUser = (step: EvidenceStep, evidence: Evidence): NextMove =>
  awsCli(evidence, 'admin-get-user', { ...poolOption(evidence), ...userOption(step) })

/** Reads the app client; changes nothing. */
export const readClient = (evidence: Evidence): NextMove =>
  awsCli(evidence, 'describe-user-pool-client', {
    ...poolOption(evidence),
    ...clientOption(evidence),
  })
