import { runCommandLine } from './run-command-line.ts'
import type { SignInReport } from './sign-in/report.ts'

/** What a command line in a test reads, and who listens to it. */
export interface CommandLineInput {
  readonly environment?: Record<string, string>
  readonly input?: string
  readonly colours?: boolean
  readonly interrupted?: AbortSignal
  readonly written?: (text: string) => void
}

/** Runs a command line, and gives its status and what it wrote. */
export async function cli(line: string, args: CommandLineInput = {}) {
  let out = ''
  let errors = ''
  const status = await runCommandLine(line.split(' '), {
    version: '0.0.0',
    environment: args.environment ?? {},
    write: (text) => {
      out += text
      args.written?.(text)
    },
    error: (text) => {
      errors += text
    },
    readInput: () =>
      args.input === undefined
        ? Promise.reject(new Error('nothing was to be read'))
        : Promise.resolve(args.input),
    colours: args.colours ?? false,
    interrupted: args.interrupted ?? new AbortController().signal,
  })
  return { status, out, errors, report: () => JSON.parse(out) as SignInReport }
}
