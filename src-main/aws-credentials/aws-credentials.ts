import type { AwsCredentialIdentity } from '@smithy/types'
import { credentialsSentence } from './credentials-sentence.ts'

/** Where the credentials come from that an administrator's calls are signed with. */
export type CredentialSource =
  /** The practice pool takes any key: nothing is looked for. */
  | { readonly kind: 'practice' }
  /** The SDK's ordinary chain, which may ask SSO or STS; `profile` is that of ~/.aws/config. */
  | { readonly kind: 'chain'; readonly profile?: string }

/** No credentials were to be had: the message is a sentence that says where it was looked. */
export class CredentialsMissing extends Error {
  override readonly name = 'CredentialsMissing'
}

const practice: AwsCredentialIdentity = {
  accessKeyId: 'AKIAPRACTICE00000000',
  secretAccessKey: 'practice-key-that-guards-nothing',
}

/** So long a key without an end counts before it is looked up again, in milliseconds. */
const remembered = 60_000

interface Found {
  readonly credentials: AwsCredentialIdentity
  readonly until: number
}

/** Finds credentials, and keeps those of each source for as long as they may be used. */
export type FindCredentials = (source: CredentialSource) => Promise<AwsCredentialIdentity>

/**
 * Opens a {@link FindCredentials}. The chain is loaded when a person chose it, and not before.
 * The function throws {@link CredentialsMissing}.
 */
export function openCredentials(now: () => number = Date.now): FindCredentials {
  const found = new Map<string, Found>()
  return async (source) => {
    if (source.kind === 'practice') return practice
    const profile = source.profile ?? ''
    const known = found.get(profile)
    if (known && known.until > now()) return known.credentials
    const credentials = await fromChain(profile)
    const end = credentials.expiration?.getTime() ?? Infinity
    found.set(profile, { credentials, until: Math.min(end, now() + remembered) })
    return credentials
  }
}

async function fromChain(profile: string): Promise<AwsCredentialIdentity> {
  const { defaultProvider } = await import('@aws-sdk/credential-provider-node')
  const silent = () => undefined
  try {
    return await defaultProvider({
      ...(profile !== '' && { profile }),
      // What was typed into ~/.aws since the start counts.
      ignoreCache: true,
      // Else its warnings are on a user's screen, with the names of their profiles.
      logger: { trace: silent, debug: silent, info: silent, warn: silent, error: silent },
    })()
  } catch (error) {
    throw new CredentialsMissing(
      credentialsSentence(error instanceof Error ? error.message : '', profile),
    )
  }
}
