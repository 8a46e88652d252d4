import type { TraceStore } from '#main/trace-store/trace-store.ts'
import type { CommandLineIo } from '../command-line-io.ts'
import { exitStatus, UsageError, type Command } from '../command.ts'

export const mcp: Command = {
  name: 'mcp',
  summary: 'Serves runs and diagnosis to an agent (Model Context Protocol).',
  usage: ['[--no-history] [--allow-profile NAME [--password-env VAR]]…'],
  options: {
    'no-history': { help: 'Do not show the agent the history of the application.' },
    'allow-profile': {
      value: 'NAME',
      many: true,
      help: 'Let the agent sign in at the pool of this profile.',
    },
    'password-env': {
      value: 'VAR',
      help: 'Variable that holds the password for these sign-ins.',
    },
  },
  notes: [
    'Speaks JSON-RPC on standard input and output: it is started by an agent.',
    'Answers are redacted, at most 25 kB long, and change nothing. Without --allow-profile no',
    'pool but the practice pool is called. The history and profiles are those of the window;',
    'they need the application, not plain Node. docs/agents.md says how to set it up.',
  ],
  run: async (args, io) => {
    const names = args.texts('allow-profile')
    const passwordVariable = args.text('password-env')
    if (passwordVariable !== undefined && !io.environment[passwordVariable])
      throw new UsageError(
        `--password-env names the variable ${passwordVariable}, which is unset or empty.`,
      )
    if (names.length > 0 && !io.readProfiles)
      throw new UsageError(
        '--allow-profile needs the profiles of the application: run authscope mcp --allow-profile ….',
      )
    const profiles = names.length > 0 ? ((await io.readProfiles?.()) ?? []) : []
    const allowed = names.map((name) => {
      const [profile, another] = profiles.filter((one) => one.name === name)
      if (!profile) throw new UsageError(`There is no profile “${name}”.`)
      if (another) throw new UsageError(`Several profiles are called “${name}”: rename one.`)
      return profile
    })
    const history = args.has('no-history') ? undefined : await historyOf(io)
    const { serveAgent } = await import('#main/mcp/serve-agent.ts')
    await serveAgent({
      allowed,
      environment: io.environment,
      interrupted: io.interrupted,
      version: io.version,
      ...(passwordVariable !== undefined && { passwordVariable }),
      ...(history && { history }),
    })
    return exitStatus.done
  },
}

/** An agent can do without the history: it has the runs of its own session. */
async function historyOf({ error, openHistory }: CommandLineIo): Promise<TraceStore | undefined> {
  try {
    return await openHistory?.()
  } catch (reason) {
    error(`${reason instanceof Error ? reason.message : String(reason)}\n`)
    return undefined
  }
}
