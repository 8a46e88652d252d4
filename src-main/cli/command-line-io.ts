import { reasonOfFileError } from '#main/import/file-error.ts'
import { textOfInput } from '#main/import/text-of-bytes.ts'
import type { AllowedProfile } from '#main/mcp/allowed-profile.ts'
import type { RedactionProfile } from '#engine/export/redaction-profile.ts'
import type { Authenticator } from '#engine/catalogue/authenticator.ts'
import type { Profiles } from '#main/profiles/profiles.ts'
import type { TraceStore } from '#main/trace-store/trace-store.ts'

/** The profiles of the window, as a command works on them. */
export interface StoredProfiles {
  readonly profiles: Pick<Profiles, 'create'>
  /** False where secrets would be lost with the process. */
  readonly maySealSecrets: boolean
}

/** What a command reads and writes; the process's own, or a fake in tests. */
export interface CommandLineIo {
  /** Version of Authscope. */
  readonly version: string
  readonly environment: Readonly<Record<string, string | undefined>>
  readonly write: (text: string) => void
  readonly error: (text: string) => void
  /** Everything that comes on standard input until its end. */
  readonly readInput: () => Promise<string>
  /** Whether colours are seen. */
  readonly colours: boolean
  /** Aborts when the person interrupts. */
  readonly interrupted: AbortSignal
  /** Opens the passkeys that the window keeps; absent in plain Node, which has no browser. */
  readonly openPasskeys?: () => Promise<Authenticator>
  /** Opens the profiles that the window keeps; absent in plain Node, which has no keyring. */
  readonly openProfiles?: () => Promise<StoredProfiles>
  /** Reads those profiles, also beside an open window; absent in plain Node. */
  readonly readProfiles?: () => Promise<readonly AllowedProfile[]>
  /** Draws an SVG as a PNG; absent in plain Node, which has no browser. */
  readonly drawPicture?: (svg: string) => Promise<Uint8Array>
  /** Reads the redaction profiles that were saved in the window; absent in plain Node. */
  readonly readRedactionProfiles?: () => Promise<readonly RedactionProfile[]>
  /** Opens the window's history; absent in plain Node, which the system's keyring gives no key. */
  readonly openHistory?: () => Promise<TraceStore>
}

/** Output that is lost, as on a full disk, is a failure whatever the command came to. */
function failAtExit(message: string): void {
  process.stderr.write(`${message}\n`)
  process.once('exit', () => {
    process.exitCode = 1
  })
}

/** The standard streams of this process. */
export function processIo(version: string): CommandLineIo {
  const interrupt = new AbortController()
  for (const signal of ['SIGINT', 'SIGTERM'] as const)
    process.once(signal, () => {
      interrupt.abort()
    })
  // A terminal that closes sends it to every process of the command, which pass it on to each other.
  process.on('SIGHUP', () => {
    interrupt.abort()
  })
  // A reader such as `head` that closes early is no error of ours.
  process.stdout.on('error', (error: NodeJS.ErrnoException) => {
    interrupt.abort()
    if (error.code !== 'EPIPE') failAtExit(`Standard output: ${reasonOfFileError(error)}`)
  })
  process.stderr.on('error', () => undefined)
  const { NO_COLOR, TERM } = process.env
  return {
    version,
    environment: process.env,
    write: (text) => {
      process.stdout.write(text)
    },
    error: (text) => {
      process.stderr.write(text)
    },
    readInput: async () => {
      const chunks: Buffer[] = []
      for await (const chunk of process.stdin) chunks.push(Buffer.from(chunk as Uint8Array))
      return textOfInput(Buffer.concat(chunks))
    },
    colours: process.stdout.isTTY && TERM !== 'dumb' && (NO_COLOR === undefined || NO_COLOR === ''),
    interrupted: interrupt.signal,
  }
}
