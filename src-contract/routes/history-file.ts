import { z } from 'zod'
import { route } from '../define.ts'
import { nothing, secret } from '../values.ts'

const passphrase = z.object({ passphrase: secret('text') })

/** When the oldest and the newest run began; absent where there is none. */
const span = { from: z.number().optional(), to: z.number().optional() }

/** Calls about the whole history as one encrypted file. The window is told the progress. */
export const historyFileRoutes = {
  /** What an export contains. */
  'historyFile.about': route({
    input: nothing,
    output: z.object({ runs: z.number(), ...span }),
  }),
  /** Asks where to save, and writes every run with its secrets. The path is absent when cancelled. */
  'historyFile.export': route({
    input: passphrase,
    output: z.object({ runs: z.number(), path: z.string().optional() }),
  }),
  /** Asks for a file to import; its name is absent when the person chose none. */
  'historyFile.choose': route({
    input: nothing,
    output: z.object({ name: z.string().optional() }),
  }),
  /** Reads all of the chosen file, and adds nothing. */
  'historyFile.read': route({
    input: passphrase,
    output: z.object({ runs: z.number(), known: z.number(), ...span }),
  }),
  /** Adds the runs of the chosen file that are not there yet. */
  'historyFile.import': route({
    input: passphrase,
    output: z.object({ added: z.number(), known: z.number() }),
  }),
  /** Cancels the export or import in progress. */
  'historyFile.cancel': route({ input: nothing, output: nothing }),
} as const
