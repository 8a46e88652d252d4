import { createPrivateKey } from 'node:crypto'
import { z } from 'zod'
import { BridgeError } from '#contract/failure.ts'
import { virtualAuthenticator } from '#contract/routes/passkeys.ts'
import { validateRelyingPartyId } from '#engine/passkeys/relying-party-id.ts'
import { reveal, Secret } from '#engine/secret/secret.ts'
import type { OpenPasskey } from './passkeys.ts'

const base64url = z.string().regex(/^[\w-]+$/)

/** The file of an exported passkey, version 1; docs/passkeys.md describes it for people. */
const exportedFile = z.object({
  authscope: z.literal('passkeys'),
  version: z.literal(1),
  passkeys: z
    .array(
      z.object({
        name: z.string(),
        username: z.string().default(''),
        ...virtualAuthenticator.shape,
        rpId: z.string().refine((id) => validateRelyingPartyId(id) === undefined),
        credentialId: base64url,
        userHandle: z.union([base64url, z.literal('')]),
        signCount: z.number().int().min(0),
        createdAt: z.number().default(0),
        privateKey: z.string().min(1),
      }),
    )
    .min(1),
})

/** What an export of this passkey contains, in plain words. */
export const contentsWith = ({ rpId, username }: OpenPasskey): readonly string[] => [
  `the private key, with which anyone can sign in as ${username} at ${rpId}`,
  `the username ${username} and their sub`,
]

/** The text of the file, private key and all. */
export function exportPasskey(passkey: OpenPasskey): string {
  const { privateKey, ...open } = passkey
  const { id: _here, profileId: _alsoHere, lastUsedAt: _andThis, ...fields } = open
  return `${JSON.stringify(
    {
      authscope: 'passkeys',
      version: 1,
      passkeys: [{ ...fields, privateKey: reveal(privateKey) }],
    } satisfies z.input<typeof exportedFile>,
    undefined,
    2,
  )}\n`
}

/**
 * Reads such a file. What it says of profile and user is the person's to decide.
 * @throws BridgeError `passkey-file` with a sentence that says what is wrong, never what it contains
 */
export function importPasskeys(text: string): readonly Omit<OpenPasskey, 'id' | 'profileId'>[] {
  let parsed: unknown
  try {
    parsed = JSON.parse(text)
  } catch {
    throw new BridgeError(
      'passkey-file',
      /-----BEGIN [A-Z ]*PRIVATE KEY-----/.test(text)
        ? 'This is a bare private key, as DevTools exports it, without its user and credential ID. Import a file that Authscope exported.'
        : 'This file is not JSON. Import a file that Authscope exported.',
    )
  }
  const { data, error } = exportedFile.safeParse(parsed)
  if (!data) {
    const place = error.issues[0]?.path.map(String).join('.') ?? ''
    throw new BridgeError(
      'passkey-file',
      `This is not an exported passkey: it is invalid${place === '' ? '' : ` at “${place}”`}.`,
    )
  }
  return data.passkeys.map(({ privateKey, ...fields }) => {
    if (!isPrivateKey(privateKey))
      throw new BridgeError(
        'passkey-file',
        `The private key of “${fields.name}” is not PKCS #8 in base64.`,
      )
    return { ...fields, privateKey: Secret.of('passkey key', privateKey) }
  })
}

function isPrivateKey(base64: string): boolean {
  try {
    createPrivateKey({ key: Buffer.from(base64, 'base64'), format: 'der', type: 'pkcs8' })
    return true
  } catch {
    return false
  }
}
