import { z } from 'zod'
import { passkey } from '#contract/routes/passkeys.ts'
import { sealed } from '#main/vault/vault.ts'

/** The version of `passkeys.json`. */
export const passkeyFileVersion = 1

/** A passkey as stored in the file: its private key only sealed. */
const storedPasskey = passkey.omit({ kept: true }).extend({ privateKey: sealed })
export type StoredPasskey = z.output<typeof storedPasskey>

/** What `passkeys.json` contains. */
export const passkeyFile = z.object({ passkeys: z.array(storedPasskey) })
export type PasskeyFile = z.output<typeof passkeyFile>

/** The file of an application that never made a passkey. */
export const emptyPasskeyFile: PasskeyFile = { passkeys: [] }
