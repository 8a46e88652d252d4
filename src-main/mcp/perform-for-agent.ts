import { parseCommandLine, UsageError } from '#main/cli/command.ts'
import { signIn } from '#main/cli/commands/sign-in.ts'
import { performSignIn } from '#main/cli/sign-in/perform.ts'
import type { StoredRun } from '#main/trace-store/trace-store.ts'
import type { AgentSession } from './agent-session.ts'
import { AgentError } from './agent-tool.ts'

/** A sign-in as the command line has it: the same options, the same checks, the same engine. */
export interface AgentSignIn {
  readonly switches: readonly string[]
  readonly options: Readonly<Record<string, string | undefined>>
  /** Values of options that name an environment variable. */
  readonly secrets: Readonly<Record<string, string | undefined>>
}

/**
 * Signs in with the `sign-in` command's own code.
 * @throws AgentError when it cannot be carried out as it was asked for
 */
export async function performForAgent(
  { options, secrets, switches }: AgentSignIn,
  { environment, interrupted, version }: AgentSession,
): Promise<StoredRun> {
  const args = [
    ...switches.map((name) => `--${name}`),
    ...Object.entries(options).flatMap(([name, value]) =>
      // Joined by a sign, so that a value that begins with a hyphen is no option.
      value === undefined ? [] : [`--${name}=${value}`],
    ),
  ]
  const own: Record<string, string> = {}
  for (const [option, value] of Object.entries(secrets)) {
    if (value === undefined) continue
    const variable = `AUTHSCOPE_AGENT_${option.toUpperCase().replaceAll('-', '_')}`
    own[variable] = value
    args.push(`--${option}=${variable}`)
  }
  try {
    const { stored } = await performSignIn(parseCommandLine(signIn, args), {
      version,
      environment: { ...environment, ...own },
      write: () => undefined,
      error: () => undefined,
      readInput: () => Promise.resolve('{}'),
      colours: false,
      interrupted,
    })
    return stored
  } catch (error) {
    if (error instanceof UsageError) throw new AgentError(error.message)
    throw error
  }
}
