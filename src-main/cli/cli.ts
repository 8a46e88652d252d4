import { createRequire } from 'node:module'
import { processIo } from './command-line-io.ts'
import { runCommandLine } from './run-command-line.ts'

// From src-main/cli/ and from out/main/ the way is the same.
const { version } = createRequire(import.meta.url)('../../package.json') as { version: string }

process.exitCode = await runCommandLine(process.argv.slice(2), processIo(version))
// A standard input that nobody closes would keep the process alive.
process.stdin.destroy()
