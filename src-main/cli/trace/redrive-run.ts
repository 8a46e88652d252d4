import { randomBytes } from 'node:crypto'
import type { RedrivePlan } from '#engine/redrive/redrive-plan.ts'
import { Secret } from '#engine/secret/secret.ts'
import { timeline } from '#engine/trace/timeline.ts'
import { profileOptions, type AllowedProfile } from '#main/mcp/allowed-profile.ts'
import { redriveOf, redriveValues, type RedriveValues } from '#main/redrive/redrive.ts'
import type { StoredRun } from '#main/trace-store/trace-store.ts'
import { exitStatus, UsageError, type Arguments, type Option } from '../command.ts'
import type { CommandLineIo } from '../command-line-io.ts'
import { paint, stripControlCharacters } from '../paint.ts'
import { pairs } from '../sign-in/input.ts'
import { outcomeStatus } from '../sign-in/outcome-status.ts'
import { performRequest, type SignInRequest } from '../sign-in/perform-request.ts'
import { signInReport } from '../sign-in/report.ts'
import { signInText } from '../sign-in/text.ts'
import { namedRun, withHistory } from './named-run.ts'

/** The options of `trace redrive`. */
export const redriveOptions: Readonly<Record<string, Option>> = {
  to: { value: 'STEP', help: 'redrive: the last step to perform again; all by default.' },
  profile: { value: 'NAME', help: 'redrive: against this profile of the window.' },
  edit: {
    value: 'S.K=V',
    many: true,
    help: 'redrive: another value for member K of step S, as in 2.ANSWER=SMS_OTP.',
  },
  'edit-env': {
    value: 'S.K=VAR',
    many: true,
    help: 'redrive: the same with a secret, from a variable, as in 1.PASSWORD=NEW.',
  },
  'answers-stdin': { help: 'redrive: one-time codes, as for sign-in.' },
}

/** Starts a run over, up to a step, with the answers that it had. @throws UsageError */
export async function redriveRun(
  names: readonly string[],
  args: Arguments,
  io: CommandLineIo,
): Promise<number> {
  const [name] = names
  if (name === undefined) throw new UsageError('Name the run that is started over.')
  const stored = await namedRun(name, io)
  const to = stepOf(args)
  const values = valuesOf(args, io)
  const destination = await destinationOf(stored, values, args, io)
  if (args.has('yes') === args.has('dry-run'))
    throw new UsageError(
      'A run that is started over counts as attempts, and may send messages. Look with --dry-run, then use --yes.',
    )
  if (args.has('dry-run')) {
    const { missing, plan } = redriveOf(stored, to, values, {})
    io.write(planText(plan, values, missing))
    return exitStatus.done
  }
  const done = await performRequest(
    {
      ...destination,
      answers: args.has('answers-stdin') ? io.readInput : {},
    },
    io,
    undefined,
    ({ practice }) => {
      const password = practice?.user && Secret.of('password', practice.user.password)
      const redrive = redriveOf(stored, to, values, {
        password,
        totpSecret: practice?.totpSecret,
      })
      if (redrive.missing.length > 0)
        throw new UsageError(
          `These values of the run are not kept. Name a variable for each with --edit-env: ${redrive.missing.join(', ')}.`,
        )
      return redrive
    },
  )
  const report = signInReport(done, false)
  if (args.has('json')) io.write(`${JSON.stringify(report)}\n`)
  else io.write(signInText(done, report, paint(io.colours)))
  if (!isOfFile(stored)) await keep(done.stored, io)
  return outcomeStatus(report)
}

const isOfFile = ({ run: { runId } }: StoredRun): boolean => runId.includes('#')

async function keep(stored: StoredRun, io: CommandLineIo): Promise<void> {
  const runId = randomBytes(8).toString('hex')
  await withHistory(io, (history) => history.save({ ...stored, run: { ...stored.run, runId } }))
  io.error(`Kept in the history as ${runId}.\n`)
}

function stepOf(args: Arguments): number | undefined {
  const text = args.text('to')
  if (text === undefined) return undefined
  if (!/^[1-9]\d{0,3}$/.test(text)) throw new UsageError('--to is the number of a step.')
  return Number(text)
}

function valuesOf(args: Arguments, io: CommandLineIo): RedriveValues {
  const open = pairs(args, 'edit')
  const fromVariables = Object.entries(pairs(args, 'edit-env')).map(([key, variable]) => {
    const value = io.environment[variable]
    if (value === undefined || value === '')
      throw new UsageError(`--edit-env names the variable ${variable}, which is unset or empty.`)
    return [key, value] as const
  })
  const values = { ...open, ...Object.fromEntries(fromVariables) }
  for (const key of Object.keys(values))
    if (!/^[1-9]\d{0,3}\../.test(key))
      throw new UsageError(`--edit takes STEP.MEMBER=VALUE, not “${key}=…”.`)
  const secret = Object.entries(redriveValues(open)).find(([, value]) => typeof value !== 'string')
  if (secret)
    throw new UsageError(
      `${secret[0]} is a secret, which other programs could read on the command line. Use --edit-env.`,
    )
  return redriveValues(values)
}

async function destinationOf(
  stored: StoredRun,
  values: RedriveValues,
  args: Arguments,
  { readProfiles }: CommandLineIo,
): Promise<Pick<SignInRequest, 'options' | 'secrets' | 'switches'>> {
  const { target, username: named } = timeline(stored.events)
  const username = values['1.USERNAME'] ?? named
  const asAdmin = stored.events.some(
    (event) => event.type === 'sent' && event.operation === 'AdminInitiateAuth',
  )
  const switches = asAdmin ? ['as-admin'] : []
  const profileName = args.text('profile')
  if (profileName !== undefined) {
    if (!readProfiles)
      throw new UsageError(
        '--profile needs the profiles of the application: run authscope trace redrive ….',
      )
    const profile = (await readProfiles()).find((one) => one.name === profileName)
    if (!profile) throw new UsageError(`There is no profile “${profileName}”.`)
    return { switches, ...profileOptions(profile) }
  }
  if (!target) throw new UsageError('The run does not say where it went. Name a --profile.')
  if (target.practice)
    return {
      switches: [...switches, 'practice'],
      options: {
        client: target.clientId,
        ...(typeof username === 'string' && username !== '' && { username }),
      },
    }
  const clientSecret = [...stored.secrets.values()].find(({ kind }) => kind === 'client secret')
  const same: AllowedProfile = {
    name: target.profileName,
    region: target.region,
    endpoint: target.endpoint,
    client: {
      userPoolId: target.userPoolId,
      clientId: target.clientId,
      ...(clientSecret && { clientSecret }),
    },
  }
  return { switches, ...profileOptions(same) }
}

const sources = {
  same: 'as in the run',
  computed: 'computed again',
  ask: 'not kept: name a variable with --edit-env',
  later: 'asked for when the challenge comes',
} as const

function planText(
  { sendsMessages, steps }: RedrivePlan,
  edited: RedriveValues,
  missing: readonly string[],
): string {
  const lines = steps.flatMap(({ challenge, members, operation, step }) => {
    const begin = `${String(step)}.`
    const names = Object.keys(edited)
      .filter((key) => key.startsWith(begin))
      .map((key) => key.slice(begin.length))
    const added = names.filter((name) => !members.some((member) => member.name === name))
    const line = (name: string, source: string) =>
      `   ${stripControlCharacters(name).padEnd(28)} ${source}`
    return [
      `${String(step)}  ${stripControlCharacters(operation)}${challenge === undefined ? '' : ` ${stripControlCharacters(challenge)}`}`,
      ...members.map(({ from, name }) =>
        line(name, names.includes(name) ? 'edited' : sources[from]),
      ),
      ...added.map((name) => line(name, 'added: the run did not send it')),
    ]
  })
  const calls =
    steps.length === 1
      ? '1 call, which counts as an attempt'
      : `${String(steps.length)} calls, which count as attempts`
  const cost = `${calls}${sendsMessages ? '; messages are sent again' : ''}.`
  const lacking = missing.length > 0 ? [`It cannot start without ${missing.join(', ')}.`] : []
  return [...lines, cost, ...lacking, ''].join('\n')
}
