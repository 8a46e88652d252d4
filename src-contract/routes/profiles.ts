import { z } from 'zod'
import { forEachAutomatic } from '#engine/catalogue/automatic-answers/index.ts'
import { route } from '../define.ts'
import { profileColours } from '../profile-colours.ts'
import { id, nothing, secret } from '../values.ts'

/**
 * The switches for automatic answers, as a profile keeps them. Profiles from before there was
 * one of them have no word on it, and get its default.
 * `device` stands for a device's proof and for confirming a new one.
 */
export const automatic = z.object(forEachAutomatic((answer) => z.boolean().default(answer.default)))

/** A profile as the window sees it: its secrets are only said to be there. */
export const profile = z.object({
  id,
  name: z.string(),
  colour: z.enum(profileColours),
  production: z.boolean(),
  /** True for the built-in profiles of the practice pool, which are recreated at each start. */
  practice: z.boolean(),
  region: z.string(),
  userPoolId: z.string(),
  clientId: z.string(),
  /** Empty when the region's own endpoint is meant. */
  endpoint: z.string(),
  username: z.string(),
  flow: z.string(),
  automatic,
  /** Minutes for which a session is good: AuthSessionValidity of the app client, 3 to 15. */
  authSessionValidity: z.number().positive().max(15).default(3),
  /** True when sign-ins of this profile are an administrator's, with AWS credentials. */
  asAdmin: z.boolean().default(false),
  /** Profile of ~/.aws/config that the credentials come from; empty for the default. */
  awsProfile: z.string().default(''),
  /** Empty for that of the settings, `none`, or the URL of a proxy without its password. */
  proxy: z.string().default(''),
  /** Path of a PEM file with further certificate authorities; empty for those of the settings. */
  caFile: z.string().default(''),
  /** Certificates in PEM that the person chose to trust for this profile. */
  trustedCertificates: z.array(z.string().max(16_384)).max(20).default([]),
  /** Paths of PEM files: the certificate that is presented to a server that asks, and its key. */
  clientCertificateFile: z.string().default(''),
  clientKeyFile: z.string().default(''),
  hasClientSecret: z.boolean(),
  hasTotpSecret: z.boolean(),
  hasProxyPassword: z.boolean().default(false),
  /** Secrets that are stored and cannot be opened now, as when another keyring sealed them. */
  unreadable: z.array(z.enum(['client secret', 'totp secret', 'proxy password'])),
})
export type Profile = z.output<typeof profile>

/** What a person can change of a profile. A secret that is absent stays; null removes it. */
export const profileDraft = profile
  .omit({
    id: true,
    practice: true,
    hasClientSecret: true,
    hasTotpSecret: true,
    hasProxyPassword: true,
    unreadable: true,
  })
  .extend({
    clientSecret: secret('client secret').nullable().optional(),
    totpSecret: secret('totp secret').nullable().optional(),
    proxyPassword: secret('password').nullable().optional(),
  })

/** Calls about profiles. */
export const profileRoutes = {
  'profile.list': route({ input: nothing, output: z.array(profile) }),
  /** Remembers the profile as the one to begin with at the next start. */
  'profile.use': route({ input: z.object({ id }), output: nothing }),
  'profile.create': route({ input: profileDraft, output: profile }),
  'profile.change': route({
    input: z.object({ id, draft: profileDraft.partial() }),
    output: profile,
  }),
  /** Saves the profile as a file without secrets; no path when the person cancelled. */
  'profile.share': route({
    input: z.object({ id }),
    output: z.object({ path: z.string().optional() }),
  }),
  /** Endpoints of a region besides its regular one, as the AWS SDK derives and finds them. */
  'profile.endpoints': route({
    input: z.object({ region: z.string().max(64) }),
    output: z.array(z.object({ url: z.string(), note: z.string() })),
  }),
  'profile.duplicate': route({ input: z.object({ id }), output: profile }),
  /** Takes the profile out of the list; `profile.restore` undoes it until the next start. */
  'profile.delete': route({ input: z.object({ id }), output: nothing }),
  'profile.restore': route({ input: z.object({ id }), output: profile }),
} as const
