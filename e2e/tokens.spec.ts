import { expect, test } from './application.ts'
import { password, webPublic } from './practice-users.ts'

test('tokens are decoded, checked and explained, and the refresh token stays opaque', async ({
  application,
}) => {
  const { signIn, timeline, tokens } = application.window
  await signIn.signInAs('alice')
  await timeline.toBeSignedIn()

  const id = tokens.token('ID token')
  await expect(id.getByText(/^expires in (59:\d\d|1:00:00)$/)).toBeVisible()
  for (const finding of [
    'Signature valid (key from the pool’s JWKS).',
    'token_use is id, as expected.',
    /iss is this pool/,
    'aud is this app client.',
    /^Valid for another/,
  ])
    await expect(
      id.getByRole('listitem').filter({ hasText: 'Good:' }).getByText(finding),
    ).toBeVisible()
  await expect(id.getByRole('listitem').filter({ hasText: 'Bad:' })).toHaveCount(0)
  await expect(tokens.claim('ID token', 'cognito:username')).toContainText('alice')
  await expect(tokens.claim('ID token', 'email')).toContainText('alice@example.com')
  await expect(tokens.claim('ID token', 'cognito:groups')).toContainText('practice')
  await expect(tokens.claim('ID token', 'aud')).toContainText(webPublic.clientId)

  await expect(tokens.claim('Access token', 'token_use')).toContainText('access')
  await expect(tokens.claim('Access token', 'client_id')).toContainText(webPublic.clientId)
  await expect(tokens.token('Refresh token')).toContainText('encrypted for Cognito itself')
})

test('a token that is expired only by this machine’s clock says which clock is off', async ({
  application,
  servers,
}) => {
  const pool = await servers.pool({ ahead: -2.5 * 3_600_000 })
  const { profiles, signIn, timeline, tokens } = application.window
  await profiles.create({ name: 'Foreign', endpoint: pool.endpoint, ...webPublic })
  await signIn.chooseFlow('USER_PASSWORD_AUTH')
  await signIn.signInAs('alice', password)
  await timeline.toBeSignedIn()
  await expect(timeline.region).toContainText(/this clock is 2 h (29|30) min ahead of Cognito’s/)
  await expect(tokens.token('ID token').getByText('expired', { exact: true })).toBeVisible()
  await expect(tokens.token('ID token')).toContainText(
    'by this machine’s clock it is expired, by the server’s it is not',
  )
})

test('a token is revealed on request, read when pasted, and a changed one is detected', async ({
  application,
}) => {
  const { goTo, page, signIn, timeline, tokens } = application.window
  await signIn.signInAs('alice')
  await timeline.toBeSignedIn()
  const token = await tokens.reveal('ID token')
  expect(token).toMatch(/^eyJ/)

  await goTo('Tokens')
  const reader = page.getByRole('region', { name: 'Decode a token' })
  const read = async (text: string): Promise<void> => {
    await reader.getByLabel('Token', { exact: true }).fill(text)
    await reader.getByRole('button', { name: 'Decode and check' }).click()
  }
  await read(`Bearer ${token}`)
  await expect(reader.getByRole('article', { name: 'ID token' })).toContainText('Signature valid')
  const [header, , signature] = token.split('.')
  const claims = Buffer.from('{"sub":"mallory","token_use":"id","exp":4102444800}')
  await read(`${header!}.${claims.toString('base64url')}.${signature!}`)
  await expect(reader.getByRole('article')).toContainText('The signature does not match')
  await read('no token at all')
  await expect(reader.getByRole('article', { name: 'Token' })).toBeVisible()
})
