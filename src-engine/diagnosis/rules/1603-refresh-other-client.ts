import { act } from '../next-moves.ts'
import { textRule } from '../text-rule.ts'

export const refreshOtherClient = textRule({
  code: 'AS1603',
  slug: 'token/refresh-other-client',
  title: 'The refresh token belongs to another app client',
  meaning: 'A refresh token works only with the app client that it was issued to.',
  mended:
    'Use the client id of the first sign-in: aud of the id token, client_id of the access token.',
  sources: ['FS:71396036450', 'FS:15644355012', 'FS:61538848745'],
  next: () => [act('Edit the profile’s client id', { do: 'edit profile', field: 'clientId' })],
})
