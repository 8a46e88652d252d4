import { z } from 'zod'
import { route } from '../define.ts'
import { id, secret } from '../values.ts'
import { profile, profileDraft } from './profiles.ts'

/** A text that was found, and its place: a line or a member. */
const foundText = z.object({ text: z.string(), place: z.string() })

/** One user pool and one of its app clients, as far as the source says it. */
const foundConnection = z.object({
  /** What to call the profile. */
  name: z.string(),
  /** Open fields of a profile, by their names. */
  fields: z.record(z.string(), foundText),
  /** Where the client secret was found; the secret stays in the main process. */
  clientSecretPlace: z.string().optional(),
  /** Required fields that the source does not have. */
  missing: z.array(z.enum(['userPoolId', 'clientId', 'region'])),
})
export type FoundConnection = z.output<typeof foundConnection>

/** What was pasted or dropped. */
const recognised = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('connections'),
    configurationId: id,
    /** As in `amplify_outputs.json`. */
    source: z.string(),
    /** Name of the file; empty for what was pasted. */
    file: z.string(),
    connections: z.array(foundConnection).min(1),
  }),
  /** Sign-ins of another program: `recording.open` reads them. */
  z.object({ kind: z.literal('recording'), source: z.string() }),
  z.object({ kind: z.literal('token') }),
  /** Nothing that is known, with a sentence that says what is. */
  z.object({ kind: z.literal('unknown'), message: z.string() }),
])
export type RecognisedConfiguration = z.output<typeof recognised>
export type FoundConfiguration = Extract<RecognisedConfiguration, { kind: 'connections' }>

/** Where it is read from. */
const source = z.discriminatedUnion('from', [
  z.object({ from: z.literal('dialog') }),
  z.object({ from: z.literal('clipboard') }),
  z.object({ from: z.literal('file'), path: z.string().min(1) }),
  z.object({ from: z.literal('text'), text: secret('text') }),
])
export type ConfigurationFrom = z.input<typeof source>

/** Calls about what people have of their pool: ids, addresses, configuration files. */
export const configurationRoutes = {
  /** Says what it is. Nothing is kept but a client secret, until the next call. */
  'configuration.read': route({
    input: source,
    output: z.object({ recognised: recognised.optional() }),
  }),
  /** Creates a profile, with the client secret of a connection unless the draft has another. */
  'configuration.createProfile': route({
    input: z.object({
      configurationId: id,
      connection: z.number().int().min(0),
      draft: profileDraft,
    }),
    output: profile,
  }),
} as const
