import { z } from 'zod'
import { accessTokenOf, callAtCognito, type Refused } from '#main/runs/call-at-cognito.ts'
import type { Runs } from '#main/runs/runs.ts'

/** What calls about passkeys need of the sign-ins. */
export type RunsForPasskeys = Pick<Runs, 'call' | 'open' | 'tokens'>

/** A passkey as Cognito lists it. */
export interface CredentialAtCognito {
  readonly credentialId: string
  readonly name: string
  readonly rpId: string
  readonly transports: string[]
  /** Milliseconds since 1970. */
  readonly createdAt?: number
}

const listed = z.object({
  Credentials: z.array(
    z.object({
      CredentialId: z.string(),
      FriendlyCredentialName: z.string().default(''),
      RelyingPartyId: z.string().default(''),
      AuthenticatorTransports: z.array(z.string()).default([]),
      /** Seconds since 1970. */
      CreatedAt: z.number().optional(),
    }),
  ),
  NextToken: z.string().optional(),
})

/** A user has at most 20 passkeys; a server that always has a next page is not followed forever. */
const maxPages = 10

/** The user's passkeys at Cognito, page after page. */
export async function listAtCognito(
  runs: RunsForPasskeys,
  runId: string,
): Promise<{ readonly credentials: readonly CredentialAtCognito[] } & Partial<Refused>> {
  const AccessToken = await accessTokenOf(runs, runId)
  const credentials: CredentialAtCognito[] = []
  let next: string | undefined
  for (let page = 0; page < maxPages; page++) {
    const answer = await callAtCognito(runs, runId, {
      operation: 'ListWebAuthnCredentials',
      input: { AccessToken, MaxResults: 20, ...(next !== undefined && { NextToken: next }) },
    })
    if ('refused' in answer) return { credentials, refused: answer.refused }
    const { data } = listed.safeParse(answer.members)
    if (!data) return { credentials, refused: 'ListWebAuthnCredentials: the response has no list.' }
    for (const one of data.Credentials)
      credentials.push({
        credentialId: one.CredentialId,
        name: one.FriendlyCredentialName,
        rpId: one.RelyingPartyId,
        transports: one.AuthenticatorTransports,
        ...(one.CreatedAt !== undefined && { createdAt: one.CreatedAt * 1000 }),
      })
    next = data.NextToken
    if (next === undefined) break
  }
  return { credentials }
}

/** Deletes one passkey of the user at Cognito; nothing when that worked. */
export async function deleteAtCognito(
  runs: RunsForPasskeys,
  runId: string,
  credentialId: string,
): Promise<Partial<Refused>> {
  const answer = await callAtCognito(runs, runId, {
    operation: 'DeleteWebAuthnCredential',
    input: { AccessToken: await accessTokenOf(runs, runId), CredentialId: credentialId },
  })
  return 'refused' in answer ? answer : {}
}
