import { verifyAuthenticationResponse, verifyRegistrationResponse } from '@simplewebauthn/server'
import { createServer } from 'node:net'
import type { AddressInfo } from 'node:net'
import { expect, test, type Application } from './application.ts'
import { password } from './practice-users.ts'
import { refusals } from './refusals-of-chromium.ts'

const rpId = 'auth.practice.example'
const user = 'passkey-user'
const pool3 = { userPoolId: 'us-east-1_Practice3', clientId: '7practicechoice00000000007' }

async function signInByPassword({ window }: Application): Promise<void> {
  await window.signIn.chooseFlow('USER_SRP_AUTH')
  await window.signIn.signInAs(user, password)
  await window.timeline.toBeSignedIn()
  await window.goTo('Devices, passkeys')
}

type Registration = Parameters<typeof verifyRegistrationResponse>[0]['response']
type Assertion = Parameters<typeof verifyAuthenticationResponse>[0]['response']

/** The same with another byte in one member, in its middle unless it is said where. */
function tampered<Of extends Registration | Assertion>(result: Of, member: string, place?: number) {
  const members = result.response as unknown as Record<string, string>
  const bytes = Buffer.from(members[member]!, 'base64url')
  const at = place ?? Math.floor(bytes.length / 2)
  bytes.writeUInt8(bytes.readUInt8(at) ^ 1, at)
  return { ...result, response: { ...result.response, [member]: bytes.toString('base64url') } }
}

test('another verifier accepts the virtual authenticator’s assertion, and refuses a changed one', async ({
  application,
  servers,
}) => {
  const pool = await servers.pool()
  const { passkeys, profiles, signIn, timeline } = application.window
  await profiles.create({ name: 'Foreign', endpoint: pool.endpoint, ...pool3 })
  await signInByPassword(application)
  await passkeys.register('Laptop')
  await application.window.goTo('Sign-in')
  await signIn.chooseFlow('USER_AUTH')
  await signIn.field('Preferred challenge').selectOption('WEB_AUTHN')
  await signIn.signInAs(user)
  // The earlier sign-in stays on the screen until this one begins: its end is no sign of this one's.
  const answersTo = (name: string) =>
    pool.received.filter(
      ({ operation, body }) =>
        operation === 'RespondToAuthChallenge' && body['ChallengeName'] === name,
    ).length
  await expect.poll(() => answersTo('WEB_AUTHN')).toBe(1)
  await timeline.toBeSignedIn()

  const body = (operation: string) =>
    pool.received.findLast((call) => call.operation === operation)!.body
  const options = pool.answered.find((answer) => 'CredentialCreationOptions' in answer) as {
    CredentialCreationOptions: { challenge: string }
  }
  const pending = {
    expectedOrigin: `https://${rpId}`,
    expectedRPID: rpId,
    requireUserVerification: true,
  }
  const result = body('CompleteWebAuthnRegistration')['Credential'] as Registration
  const registered = async (response: Registration) => {
    const { challenge } = options.CredentialCreationOptions
    return verifyRegistrationResponse({ ...pending, response, expectedChallenge: challenge })
  }
  const { registrationInfo, verified } = await registered(result)
  expect(verified).toBe(true)
  // Byte 45 is one of the challenge; the hash of the relying party ID begins with byte 30. Nobody
  // signs an attestation of the kind `none`.
  await expect(registered(tampered(result, 'clientDataJSON', 45))).rejects.toThrow(/challenge/)
  await expect(registered(tampered(result, 'attestationObject', 31))).rejects.toThrow(/RP ID/)

  const challenged = pool.answered.findLast(
    (answer) => 'ChallengeName' in answer && answer.ChallengeName === 'WEB_AUTHN',
  ) as {
    ChallengeParameters: { CREDENTIAL_REQUEST_OPTIONS: string }
  }
  const { challenge } = JSON.parse(challenged.ChallengeParameters.CREDENTIAL_REQUEST_OPTIONS) as {
    challenge: string
  }
  const { CREDENTIAL } = body('RespondToAuthChallenge')['ChallengeResponses'] as {
    CREDENTIAL: string
  }
  const signed = JSON.parse(CREDENTIAL) as Assertion
  const asserted = (response: Assertion, counter = registrationInfo!.credential.counter) =>
    verifyAuthenticationResponse({
      ...pending,
      response,
      expectedChallenge: challenge,
      credential: { ...registrationInfo!.credential, counter },
    }).then((answer) => answer.verified)
  expect(await asserted(signed)).toBe(true)
  await expect(asserted(signed, 7)).rejects.toThrow(/counter/)
  for (const member of ['signature', 'authenticatorData', 'clientDataJSON'])
    expect(await asserted(tampered(signed, member)).catch(() => false), member).toBe(false)
})

test('the hidden window has no network, Node or preload, and closes when it is done', async ({
  application,
}) => {
  application.expectFault(refusals)
  const { electron, window } = application
  let visitors = 0
  const listener = createServer((socket) => {
    visitors += 1
    socket.destroy()
  }).listen(0, '127.0.0.1')
  await new Promise((resolve) => listener.once('listening', resolve))
  const { port } = listener.address() as AddressInfo
  await window.profiles.choose('Practice: choice')
  await signInByPassword(application)

  // It is kept open beyond its use, so that it can be looked at.
  await electron.evaluate(({ app }) => {
    app.once('browser-window-created', (_event, result) => {
      Reflect.set(globalThis, 'hidden', result)
      Reflect.set(globalThis, 'end', result.destroy.bind(result))
      result.destroy = () => {
        Reflect.set(globalThis, 'wasEnded', true)
      }
    })
  })
  await window.passkeys.register('Laptop')
  const seen = await electron.evaluate(async ({ session }, to) => {
    const hidden = Reflect.get(globalThis, 'hidden') as Electron.BrowserWindow
    const { webContents } = hidden
    const tried = (await webContents.executeJavaScript(`(async () => {
      const place = 'https://127.0.0.1:${String(to)}'
      const outcome = (work) => work.then(() => 'got through', () => 'refused')
      const loaded = new Promise((settle, fail) => {
        const image = new Image()
        image.onload = settle
        image.onerror = fail
        image.src = place + '/image.png'
      })
      return {
        fetch: await outcome(fetch(place)),
        https: await outcome(fetch('https://example.com/')),
        image: await outcome(loaded),
        socket: await outcome(new Promise((settle, fail) => {
          const socket = new WebSocket(place.replace('http', 'ws'))
          socket.onopen = settle
          socket.onerror = fail
        })),
        node: typeof require + typeof process,
        bridge: typeof window.authscope,
        opened: String(window.open(place)),
      }
    })()`)) as Record<string, string>
    const result = {
      tried,
      visible: hidden.isVisible(),
      persistent: webContents.session.isPersistent(),
      main: webContents.session === session.defaultSession,
      wasEnded: Reflect.get(globalThis, 'wasEnded') as boolean,
    }
    ;(Reflect.get(globalThis, 'end') as () => void)()
    return result
  }, port)
  expect(seen).toEqual({
    tried: {
      fetch: 'refused',
      https: 'refused',
      image: 'refused',
      socket: 'refused',
      node: 'undefinedundefined',
      bridge: 'undefined',
      opened: 'null',
    },
    visible: false,
    persistent: false,
    main: false,
    wasEnded: true,
  })
  expect(visitors).toBe(0)
  listener.close()
  await expect
    .poll(() => electron.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().length))
    .toBe(1)
})
