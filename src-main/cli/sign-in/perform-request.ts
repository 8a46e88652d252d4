import { parseCommandLine } from '../command.ts'
import type { CommandLineIo } from '../command-line-io.ts'
import { signIn } from '../commands/sign-in.ts'
import type { ArgumentAnswers } from './argument-secrets.ts'
import { performSignIn, type CallAfterwards, type DoneSignIn, type RedriveTo } from './perform.ts'

/** A sign-in as other code asks for it: the options of `sign-in`, the same checks, the same engine. */
export interface SignInRequest {
  readonly switches?: readonly string[]
  readonly options: Readonly<Record<string, string | readonly string[] | undefined>>
  /** Values of options that name an environment variable, such as `password-env`. */
  readonly secrets?: Readonly<Record<string, string | undefined>>
  /** Answers to challenges, as `--answers-stdin` takes them, or what reads their text when it is needed. */
  readonly answers?: ArgumentAnswers | (() => Promise<string>)
}

/** What such a sign-in has of the command line. */
export type RequestIo = Pick<
  CommandLineIo,
  'environment' | 'interrupted' | 'openPasskeys' | 'version'
>

/**
 * Signs in without a terminal.
 * @throws UsageError
 */
export function performRequest(
  { answers = {}, options, secrets = {}, switches = [] }: SignInRequest,
  { environment, interrupted, openPasskeys, version }: RequestIo,
  call?: CallAfterwards,
  redriveTo?: RedriveTo,
): Promise<DoneSignIn> {
  const args = [...switches, 'answers-stdin'].map((name) => `--${name}`)
  for (const [name, value] of Object.entries(options))
    // Joined by a sign, so that a value that begins with a hyphen is no option.
    args.push(...[value ?? []].flat().map((one) => `--${name}=${one}`))
  const own: Record<string, string> = {}
  for (const [option, value] of Object.entries(secrets)) {
    if (value === undefined) continue
    const variable = `AUTHSCOPE_OWN_${option.toUpperCase().replaceAll('-', '_')}`
    own[variable] = value
    args.push(`--${option}=${variable}`)
  }
  return performSignIn(
    parseCommandLine(signIn, args),
    {
      version,
      interrupted,
      colours: false,
      environment: { ...environment, ...own },
      write: () => undefined,
      error: () => undefined,
      readInput:
        typeof answers === 'function' ? answers : () => Promise.resolve(JSON.stringify(answers)),
      ...(openPasskeys && { openPasskeys }),
    },
    call,
    redriveTo,
  )
}
