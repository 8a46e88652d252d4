import { randomBytes } from 'node:crypto'
import { expect, it } from 'vitest'
import { modPowBigInt } from '#engine/srp/modular-exponentiation.ts'
import { integerFromBytes, integerFromHex } from '#engine/srp/pad.ts'
import { computeClaim, publicValueOf, recipeWith } from '#engine/srp-xray/compute-claim.ts'
import { group2048 } from '#engine/srp-xray/deviations/group-2048.ts'
import { saltUnsigned } from '#engine/srp-xray/deviations/salt-unsigned.ts'
import { messageUserFirst } from '#engine/srp-xray/deviations/message-user-first.ts'
import type { SrpRecipe } from '#engine/srp-xray/recipe.ts'
import { startPracticeServer } from '../practice-server.ts'

async function called(endpoint: string, operation: string, body: object) {
  const answer = await fetch(endpoint, {
    method: 'POST',
    headers: {
      'content-type': 'application/x-amz-json-1.1',
      'x-amz-target': `AWSCognitoIdentityProviderService.${operation}`,
    },
    body: JSON.stringify(body),
  })
  return (await answer.json()) as {
    readonly __type?: string
    readonly AuthenticationResult?: object
    readonly ChallengeParameters?: Readonly<Record<string, string>>
  }
}

/** Another program that signs alice in, computing by this recipe. */
async function signIn(server: Awaited<ReturnType<typeof startPracticeServer>>, recipe: SrpRecipe) {
  const { clients, endpoint, userPoolId, users } = server.describe()
  const { clientId: ClientId = '' } = clients['web-public'] ?? {}
  const alice = users.find(({ username }) => username === 'alice')!
  const a = integerFromBytes(randomBytes(16))
  const SRP_A = publicValueOf(recipe, a, modPowBigInt).toString(16)
  const { ChallengeParameters: parameters = {} } = await called(endpoint, 'InitiateAuth', {
    ClientId,
    AuthFlow: 'USER_SRP_AUTH',
    AuthParameters: { USERNAME: 'alice', SRP_A },
  })
  const { SALT = '', SECRET_BLOCK = '', SRP_B = '', USER_ID_FOR_SRP = '' } = parameters
  const { signature, timestamp } = computeClaim(
    recipe,
    { userPoolId, userId: USER_ID_FOR_SRP, typed: 'alice', password: alice.password },
    { salt: integerFromHex(SALT), B: integerFromHex(SRP_B), secretBlock: SECRET_BLOCK },
    a,
    Date.now(),
    modPowBigInt,
  )
  return called(endpoint, 'RespondToAuthChallenge', {
    ClientId,
    ChallengeName: 'PASSWORD_VERIFIER',
    ChallengeResponses: {
      USERNAME: USER_ID_FOR_SRP,
      PASSWORD_CLAIM_SECRET_BLOCK: SECRET_BLOCK,
      PASSWORD_CLAIM_SIGNATURE: signature,
      TIMESTAMP: timestamp,
    },
  })
}

it('another client signs in until its deviation is named, and locks nobody out', async () => {
  const server = await startPracticeServer()
  try {
    server.srpXray.turn(true)
    for (let attempt = 0; attempt < 8; attempt += 1) {
      const { __type } = await signIn(server, recipeWith(saltUnsigned.changes))
      expect(__type).toContain('NotAuthorizedException')
      if (server.srpXray.reports()[0]?.state === 'named') break
    }
    expect(server.srpXray.reports()).toMatchObject([
      { username: 'alice', state: 'named', deviations: [{ id: 'salt-unsigned' }] },
    ])
    // Mended, the client is accepted at once.
    expect(await signIn(server, recipeWith())).toHaveProperty('AuthenticationResult')
    expect(server.srpXray.reports()).toMatchObject([{ state: 'right', deviations: [] }])
    await signIn(server, recipeWith(messageUserFirst.changes))
    expect(server.srpXray.reports()).toMatchObject([{ deviations: [{ id: 'message-user-first' }] }])
  } finally {
    await server.close()
  }
}, 60_000)

it('a client of another group is named at its first sign-in, and accepted once it is fixed', async () => {
  const server = await startPracticeServer()
  try {
    server.srpXray.turn(true)
    await signIn(server, recipeWith(group2048.changes))
    expect(server.srpXray.reports()).toMatchObject([
      { attempts: 1, state: 'named', deviations: [{ id: 'group-2048' }] },
    ])
    expect(await signIn(server, recipeWith())).toHaveProperty('AuthenticationResult')
  } finally {
    await server.close()
  }
}, 60_000)

it('without the X-ray a faulty client is refused, and nothing is kept of it', async () => {
  const server = await startPracticeServer()
  try {
    await signIn(server, recipeWith(saltUnsigned.changes))
    expect(server.srpXray.reports()).toEqual([])
    expect(await signIn(server, recipeWith())).toHaveProperty('AuthenticationResult')
  } finally {
    await server.close()
  }
}, 60_000)
