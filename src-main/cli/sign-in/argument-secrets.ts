import { Secret, type SecretKind } from '#engine/secret/secret.ts'
import type { CommandLineIo } from '../command-line-io.ts'
import { UsageError, type Arguments } from '../command.ts'

/** Texts by key; under a challenge's name its whole answer. */
export type ArgumentAnswers = Readonly<Record<string, string | Readonly<Record<string, string>>>>

/** Where secrets of a sign-in come from: the environment, or one JSON object on standard input. */
export interface ArgumentSecrets {
  /** The value of the variable that an option names. @throws UsageError when it is not set */
  readonly fromEnvironment: (option: string, kind: SecretKind) => Secret | undefined
  /** The text under a key on standard input, which is read when something is first missing. */
  readonly fromInput: (key: string, kind: SecretKind) => Promise<Secret | undefined>
  /** What standard input contains; nothing without `--answers-stdin`. @throws UsageError */
  readonly answers: () => Promise<ArgumentAnswers>
}

/** Opens the sources of secrets for one command line. */
export function argumentSecrets(args: Arguments, io: CommandLineIo): ArgumentSecrets {
  let read: Promise<ArgumentAnswers> | undefined

  const answers = (): Promise<ArgumentAnswers> =>
    (read ??= args.has('answers-stdin')
      ? io.readInput().then(parseAnswers)
      : Promise.resolve(withoutPrototype({})))

  const fromEnvironment = (option: string, kind: SecretKind): Secret | undefined => {
    const variable = args.text(option)
    if (variable === undefined) return undefined
    const value = io.environment[variable]
    if (value === undefined || value === '')
      throw new UsageError(`--${option} names the variable ${variable}, which is unset or empty.`)
    return Secret.of(kind, value)
  }

  return {
    answers,
    fromEnvironment,
    fromInput: async (key, kind) => {
      const value = (await answers())[key]
      return typeof value === 'string' ? Secret.of(kind, value) : undefined
    },
  }
}

function parseAnswers(text: string): ArgumentAnswers {
  const malformed = new UsageError(
    '--answers-stdin expects one JSON object on standard input: strings, or objects of strings by challenge name.',
  )
  let value: unknown
  try {
    value = JSON.parse(text)
  } catch {
    throw malformed
  }
  if (!isObject(value)) throw malformed
  for (const member of Object.values(value)) {
    const texts = isObject(member) ? Object.values(member) : [member]
    if (texts.some((one) => typeof one !== 'string')) throw malformed
  }
  return withoutPrototype(value as ArgumentAnswers)
}

/** A server chooses the names that are looked up here: `__proto__` is one like any other. */
const withoutPrototype = (answers: ArgumentAnswers): ArgumentAnswers =>
  Object.assign(Object.create(null) as ArgumentAnswers, answers)

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
