import { z } from 'zod'
import { sensitiveMember } from '#engine/catalogue/sensitive-members.ts'
import { Secret, type SecretKind } from '#engine/secret/secret.ts'
import type { MarkedSecret } from '#engine/trace/sealer.ts'
import type { TraceEvent } from '#engine/trace/event.ts'
import { route } from './define.ts'
import { profileColours } from './profile-colours.ts'

/** A text that becomes a Secret the moment it enters the main process. */
const secret = (kind: SecretKind) =>
  z
    .string()
    .min(1)
    .transform((text) => Secret.of(kind, text))

/**
 * Secret values by their key on the wire, each of the kind that the catalogue names for it.
 * TOTP_SECRET is no key of the wire: codes are computed from it.
 */
const secretsByKey = z.record(z.string(), z.string().min(1)).transform((texts) =>
  Object.fromEntries(
    Object.entries(texts).map(([key, text]) => {
      const kind = key === 'TOTP_SECRET' ? 'totp secret' : sensitiveMember(key)?.kind
      return [key, Secret.of(kind ?? 'text', text)]
    }),
  ),
)

const nothing = z.void()
const id = z.string().min(1).max(200)
const texts = z.record(z.string(), z.string())

const automatic = z.object({ srp: z.boolean(), totp: z.boolean() })

/** A profile as the window sees it: its secrets are only said to be there. */
export const profile = z.object({
  id,
  name: z.string(),
  colour: z.enum(profileColours),
  production: z.boolean(),
  /** True for the built-in profiles of the practice pool, which are made anew at each start. */
  practice: z.boolean(),
  region: z.string(),
  userPoolId: z.string(),
  clientId: z.string(),
  /** Empty when the region's own endpoint is meant. */
  endpoint: z.string(),
  username: z.string(),
  flow: z.string(),
  automatic,
  hasClientSecret: z.boolean(),
  hasTotpSecret: z.boolean(),
  /** Secrets that are stored and cannot be opened now, as when another keyring sealed them. */
  unreadable: z.array(z.enum(['client secret', 'totp secret'])),
})
export type Profile = z.output<typeof profile>

/** What a person can change of a profile. A secret that is absent stays; null removes it. */
export const profileDraft = profile
  .omit({
    id: true,
    practice: true,
    hasClientSecret: true,
    hasTotpSecret: true,
    unreadable: true,
  })
  .extend({
    clientSecret: secret('client secret').nullable().optional(),
    totpSecret: secret('totp secret').nullable().optional(),
  })

/** Where secrets are kept, and whether the person has agreed to it. */
const storage = z.object({
  /** As Electron names it: gnome_libsecret, kwallet5, keychain, dpapi, basic_text, none. */
  backend: z.string(),
  /** A sentence that names it for a person. */
  description: z.string(),
  /** True when another program of the same user cannot simply read what is stored. */
  protected: z.boolean(),
  consent: z.enum(['needed', 'store', 'memory only']),
  /** Files that could not be read and were set aside, each with the reason. */
  setAside: z.array(z.object({ path: z.string(), reason: z.string() })),
})
export type Storage = z.output<typeof storage>

export const settings = z.object({
  theme: z.enum(['system', 'light', 'dark']),
  density: z.enum(['compact', 'comfortable']),
  /** Percent. */
  zoom: z.number().int().min(50).max(200),
  /** Milliseconds that one call may take, retries included. */
  timeoutMs: z.number().int().min(1000).max(600_000),
  /** Seconds after which a copied secret is cleared from the clipboard; 0 never. */
  clearClipboardAfter: z.number().int().min(0).max(3600),
  keepHistory: z.boolean(),
})
export type Settings = z.output<typeof settings>

const practice = z.object({
  running: z.boolean(),
  endpoint: z.string(),
  pools: z.array(
    z.object({
      name: z.string(),
      userPoolId: z.string(),
      issuer: z.string(),
      clients: z.array(
        z.object({
          name: z.string(),
          clientId: z.string(),
          hasSecret: z.boolean(),
          flows: z.array(z.string()),
          description: z.string(),
        }),
      ),
      users: z.array(
        z.object({ username: z.string(), description: z.string(), status: z.string() }),
      ),
    }),
  ),
  /** Messages that a real pool would have sent, newest first. */
  outbox: z.array(
    z.object({
      at: z.number(),
      medium: z.enum(['SMS', 'EMAIL']),
      to: z.string(),
      username: z.string(),
      text: z.string(),
      code: z.string(),
    }),
  ),
  /** Operations that were called and are not there, with how often. */
  unknownOperations: z.array(z.object({ operation: z.string(), count: z.number() })),
})
export type Practice = z.output<typeof practice>

/** Everything that a sign-in is started with. Secrets that are not given come from what is known. */
const start = z.object({
  profileId: id,
  flow: z.string(),
  /** Public and personal AuthParameters, by wire key; free keys too. */
  parameters: texts,
  /** Secret ones, by wire key, also those that are never sent (PASSWORD in an SRP flow). */
  secrets: secretsByKey,
  clientMetadata: texts,
  analyticsEndpointId: z.string(),
  userContextData: z.object({
    IpAddress: z.string(),
    EncodedData: secret('context data').optional(),
  }),
  session: secret('session').optional(),
  automatic,
})

/** A value that need not be typed again, and where it would come from. */
const knownValue = z.object({
  key: z.string(),
  source: z.enum(['typed before', 'profile', 'practice pool', 'last sign-in']),
})
export type KnownValue = z.output<typeof knownValue>

const run = z.object({
  runId: id,
  profileId: z.string(),
  profileName: z.string(),
  startedAt: z.number(),
  flow: z.string(),
  username: z.string(),
  state: z.enum([
    'empty',
    'running',
    'waiting',
    'tokens',
    'refused',
    'failed',
    'not sent',
    'cancelled',
  ]),
  message: z.string().optional(),
  calls: z.number(),
  practice: z.boolean(),
})
export type Run = z.output<typeof run>

const finding = z.object({
  /** Stable, as in `signature-invalid`. */
  code: z.string(),
  level: z.enum(['good', 'note', 'bad']),
  text: z.string(),
})

/** What is known of one token once it was read and checked. */
const tokenReport = z.object({
  use: z.enum(['id', 'access', 'refresh', 'unknown']),
  /** A sentence: "An id token of …", "A refresh token: encrypted for Cognito itself …". */
  summary: z.string(),
  header: z.record(z.string(), z.unknown()).optional(),
  claims: z.record(z.string(), z.unknown()).optional(),
  findings: z.array(finding),
})
export type TokenReport = z.output<typeof tokenReport>

const exportRequest = z.object({
  runId: id,
  format: z.enum(['har', 'json']),
  redacted: z.boolean(),
})

/** Every call that the window can make of the main process. */
export const contract = {
  'app.state': route({
    input: nothing,
    output: z.object({
      version: z.string(),
      electron: z.string(),
      platform: z.string(),
      dataFolder: z.string(),
      storage,
      settings,
      practice,
    }),
  }),
  'app.openDataFolder': route({ input: nothing, output: nothing }),
  'app.openLink': route({ input: z.object({ link: z.url() }), output: nothing }),
  'storage.consent': route({
    input: z.object({ choice: z.enum(['store', 'memory only']) }),
    output: storage,
  }),
  'settings.change': route({ input: settings.partial(), output: settings }),

  'profile.list': route({ input: nothing, output: z.array(profile) }),
  'profile.create': route({ input: profileDraft, output: profile }),
  'profile.change': route({
    input: z.object({ id, draft: profileDraft.partial() }),
    output: profile,
  }),
  'profile.duplicate': route({ input: z.object({ id }), output: profile }),
  /** Takes the profile out of the list; `profile.restore` brings it back until the next start. */
  'profile.delete': route({ input: z.object({ id }), output: nothing }),
  'profile.restore': route({ input: z.object({ id }), output: profile }),

  'run.start': route({ input: start, output: z.object({ runId: id }) }),
  /** Answers the challenge that waits; secret answers apart from public ones. */
  'run.answer': route({
    input: z.object({
      runId: id,
      parameters: texts,
      secrets: secretsByKey,
      clientMetadata: texts,
    }),
    output: nothing,
  }),
  /** Lets the automatic answer be made and sent although its switch is off. */
  'run.answerAutomatically': route({ input: z.object({ runId: id }), output: nothing }),
  'run.cancel': route({ input: z.object({ runId: id }), output: nothing }),
  'run.list': route({ input: z.object({ search: z.string() }), output: z.array(run) }),
  'run.open': route({
    input: z.object({ runId: id }),
    output: z.object({
      run,
      events: z.array(z.custom<TraceEvent>()),
      secrets: z.array(z.custom<MarkedSecret>()),
    }),
  }),
  'run.delete': route({ input: z.object({ runId: id }), output: nothing }),
  'run.restore': route({ input: z.object({ runId: id }), output: run }),
  /** The values that need not be typed for this profile and user. */
  'run.known': route({
    input: z.object({ profileId: id, username: z.string() }),
    output: z.array(knownValue),
  }),
  'run.forgetKnown': route({
    input: z.object({ profileId: id, username: z.string() }),
    output: nothing,
  }),

  /** Shows one secret because the person asked for it. */
  'secret.reveal': route({
    input: z.object({ runId: id, mark: z.string() }),
    output: z.object({ text: z.string() }),
  }),
  /** Puts one secret on the clipboard, and clears it from there after a while. */
  'secret.copy': route({
    input: z.object({ runId: id, mark: z.string() }),
    output: z.object({ clearedAfter: z.number() }),
  }),
  'text.copy': route({ input: z.object({ text: z.string() }), output: nothing }),

  /** Reads and checks the tokens of a run, its signatures against the pool's keys. */
  'token.check': route({ input: z.object({ runId: id }), output: z.array(tokenReport) }),
  /** Reads and checks a token that was pasted, against the pool of a profile. */
  'token.read': route({
    input: z.object({ token: secret('text'), profileId: z.string() }),
    output: tokenReport,
  }),

  /** What an export would hold, and the confirmation that an unredacted one needs. */
  'export.preview': route({
    input: exportRequest,
    output: z.object({
      fileName: z.string(),
      leaves: z.array(z.object({ what: z.string(), count: z.number() })),
      confirmation: z.string(),
    }),
  }),
  /** Asks where to save, and writes the file. The path is absent when the person cancelled. */
  'export.save': route({
    input: exportRequest.extend({ confirmation: z.string() }),
    output: z.object({ path: z.string().optional() }),
  }),
} as const

export type Contract = typeof contract

/** What the main process tells the window of its own accord. Plain types: main is trusted. */
export type ContractEvent =
  | { readonly type: 'run.event'; readonly runId: string; readonly event: TraceEvent }
  | {
      readonly type: 'run.secrets'
      readonly runId: string
      readonly secrets: readonly MarkedSecret[]
    }
  | { readonly type: 'profiles.changed'; readonly profiles: readonly Profile[] }
  | { readonly type: 'practice.changed'; readonly practice: Practice }
  | { readonly type: 'settings.changed'; readonly settings: Settings }
  | { readonly type: 'command'; readonly command: string }
  /** Something that went wrong beside what the person asked for, as a sentence to show. */
  | { readonly type: 'notice'; readonly text: string }

/** What the preload puts on `window`, and nothing besides. */
export interface Bridge {
  readonly call: (route: string, input: unknown) => Promise<unknown>
  /** Returns the function that ends the subscription. */
  readonly listen: (listener: (event: ContractEvent) => void) => () => void
}
