import { z } from 'zod'
import { route } from '../define.ts'
import { id, nothing } from '../values.ts'

/** What a virtual authenticator can do, in the words of the DevTools’ WebAuthn pane. */
export const virtualAuthenticator = z.object({
  transport: z.enum(['usb', 'nfc', 'ble', 'internal']),
  residentKey: z.boolean(),
  userVerification: z.boolean(),
})

/** A stored passkey; its private key stays in the main process. */
export const passkey = z.object({
  id,
  profileId: z.string(),
  username: z.string(),
  name: z.string(),
  ...virtualAuthenticator.shape,
  rpId: z.string(),
  /** Base64url. */
  credentialId: z.string(),
  /** The user's sub, as text. */
  userHandle: z.string(),
  signCount: z.number().int().min(0),
  createdAt: z.number(),
  lastUsedAt: z.number().optional(),
  /** `locked`: its private key does not open with the present keyring. */
  kept: z.enum(['stored', 'memory only', 'locked']),
})
export type Passkey = z.output<typeof passkey>

/** How the next sign-ins of a profile use its passkeys. */
export const passkeyChoice = z.object({
  /** A passkey's id; empty takes the newest that matches, and `security key` asks a real one. */
  use: z.string(),
  verification: z.enum(['given', 'refused', 'not supported']),
  /** Signs with a counter that was sent before, as a copy of the passkey would. */
  oldCounter: z.boolean(),
})
export type PasskeyChoice = z.output<typeof passkeyChoice>

const ofProfile = z.object({ profileId: id })
/** Cognito's refusal as a sentence; it is on the timeline as well. */
const refused = z.string().optional()

/** Calls about passkeys. Those with a runId are steps of that sign-in's trace. */
export const passkeyRoutes = {
  'passkey.list': route({
    input: ofProfile,
    output: z.object({ passkeys: z.array(passkey), choice: passkeyChoice }),
  }),
  'passkey.choose': route({
    input: ofProfile.extend({ choice: passkeyChoice }),
    output: nothing,
  }),
  /** Registers a new passkey with the access token of a sign-in that has ended. */
  'passkey.register': route({
    input: z.object({
      runId: id,
      name: z.string(),
      /** A real security key when absent. */
      authenticator: virtualAuthenticator.optional(),
      userVerified: z.boolean(),
    }),
    output: z.object({ passkey: passkey.optional(), refused }),
  }),
  'passkey.rename': route({ input: z.object({ id, name: z.string() }), output: passkey }),
  /** Takes the passkey away here; `passkey.restore` undoes it until the next start. */
  'passkey.delete': route({ input: z.object({ id }), output: nothing }),
  'passkey.restore': route({ input: z.object({ id }), output: nothing }),
  /** The user's passkeys at Cognito. */
  'passkey.listAtCognito': route({
    input: z.object({ runId: id }),
    output: z.object({
      credentials: z.array(
        z.object({
          credentialId: z.string(),
          name: z.string(),
          rpId: z.string(),
          transports: z.array(z.string()),
          /** Milliseconds since 1970; absent when Cognito did not say. */
          createdAt: z.number().optional(),
        }),
      ),
      refused,
    }),
  }),
  'passkey.deleteAtCognito': route({
    input: z.object({ runId: id, credentialId: z.string() }),
    output: z.object({ refused }),
  }),
  /** What an export would contain, and the confirmation that it needs. */
  'passkey.exportPreview': route({
    input: z.object({ id }),
    output: z.object({
      fileName: z.string(),
      exportContents: z.array(z.string()),
      confirmation: z.string(),
    }),
  }),
  /** Asks where to save, and writes the file. The path is absent when the person cancelled. */
  'passkey.export': route({
    input: z.object({ id, confirmation: z.string() }),
    output: z.object({ path: z.string().optional() }),
  }),
  /** Asks for a file, and takes the passkeys in it; absent when the person cancelled. */
  'passkey.import': route({
    input: ofProfile.extend({ username: z.string() }),
    output: z.object({ taken: z.number().optional() }),
  }),
} as const
