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
    'Speaks JSON-RPC on standard input and output: an agent starts it, a person does not.',
    'Answers are redacted, at most 25 kB long, and change nothing. Without --allow-profile no',
    'pool but the practice pool is called. The history and profiles are those of the window;',
    'they need the application, not plain Node. docs/agents.md says how to set it up.',
  ],
  run: async (args, io) => {
    const names = args.texts('allow-profile')
    const passwordVariable = args.text('password-env')
    if (passwordVariable !== undefined && !io.environment[passwordVariable])
      throw new UsageError(
        `--password-env names the variable ${passwordVariable}, which is not set or empty.`,
      )
    if (names.length > 0 && !io.openApplicationData)
      throw new UsageError(
        '--allow-profile needs the profiles of the application: run authscope mcp --allow-profile ….',
      )
    const data = await io.openApplicationData?.()
    const allowed = names.map((name) => {
      const found = data?.profiles.filter((one) => one.name === name) ?? []
      const [profile, another] = found
      if (!profile) throw new UsageError(`There is no profile “${name}”.`)
      if (another) throw new UsageError(`Several profiles are called “${name}”: rename one.`)
      return profile
    })
    const { serveAgent } = await import('#main/mcp/serve-agent.ts')
    await serveAgent({
      ...{ allowed, environment: io.environment },
      ...{ interrupted: io.interrupted, version: io.version },
      ...(passwordVariable !== undefined && { passwordVariable }),
      ...(data?.history && !args.has('no-history') && { history: data.history }),
    })
    return exitStatus.done
  },
}
