import { BrowserWindow, session, type Debugger, type Session } from 'electron'
import { reveal, Secret } from '#engine/secret/secret.ts'
import { BridgeError } from '#contract/failure.ts'
import type {
  AuthenticatorAnswer,
  AuthenticatorUse,
  AuthenticatorWindow,
  StoredPasskey,
} from '#main/passkeys/authenticator-window.ts'
import { sentenceAbout } from '#main/passkeys/browser-error.ts'
import { confinedPage, pinDown } from './hardening.ts'
import { pageOf, scriptOf, type PageAnswer } from './passkey-page.ts'

/** Milliseconds that a virtual authenticator may take; it has nobody to wait for. */
const virtualTimeoutMs = 6_000
/** Milliseconds that a person has to touch a security key. */
const securityKeyTimeoutMs = 60_000

/** A passkey as Chrome's debugger protocol writes it; everything binary is base64. */
interface ChromeCredential {
  readonly credentialId: string
  readonly isResidentCredential: boolean
  readonly rpId?: string
  readonly privateKey: string
  readonly userHandle?: string
  readonly signCount: number
}

/**
 * A browser for passkeys, through Electron. Each call has a window of its own, which is hidden
 * unless a person has to touch a security key, and is destroyed when the call is over.
 */
export function passkeyWindow(parent: () => BrowserWindow | undefined): AuthenticatorWindow {
  // One call after the other: they share a session, and a person has one hand for the key.
  let last: Promise<unknown> = Promise.resolve()
  const inTurn = <T>(work: () => Promise<T>): Promise<T> => {
    const done = last.then(work)
    last = done.catch(() => undefined)
    return done
  }
  const ask = (act: 'create' | 'get') => (options: object, rpId: string, use: AuthenticatorUse) =>
    inTurn(() => call(act, options, rpId, use, parent()))
  return {
    create: ask('create'),
    assert: ask('get'),
    isPublicSuffix: (domain) => inTurn(() => refusesCookies(domain)),
  }
}

/** In memory alone: its name does not begin with `persist:`. */
const ownSession = () => session.fromPartition('passkeys', { cache: false })

async function call(
  act: 'create' | 'get',
  options: object,
  rpId: string,
  use: AuthenticatorUse,
  parent: BrowserWindow | undefined,
): Promise<AuthenticatorAnswer> {
  const address = `https://${rpId}/`
  const own = ownSession()
  confine(own, address, pageOf(rpId, act))
  const visible = use.kind === 'security key'
  const window = new BrowserWindow({
    width: 460,
    height: 220,
    show: visible,
    ...(visible && parent && { parent, modal: true }),
    autoHideMenuBar: true,
    skipTaskbar: !visible,
    title: 'Security key',
    webPreferences: confinedPage(own),
  })
  pinDown(window.webContents)
  const closed = new Promise<PageAnswer>((resolve) => {
    window.once('closed', () => {
      resolve({ error: 'AbortError', message: 'The window was closed.' })
    })
  })
  try {
    await window.loadURL(address)
    const authenticatorId =
      use.kind === 'virtual' ? await plugIn(window.webContents.debugger, use, rpId) : undefined
    const limit = use.kind === 'virtual' ? virtualTimeoutMs : securityKeyTimeoutMs
    const answer = await Promise.race([
      // `true` is the click that browsers want to see before they ask an authenticator.
      window.webContents.executeJavaScript(
        scriptOf(act, options, limit),
        true,
      ) as Promise<PageAnswer>,
      closed,
    ])
    if ('error' in answer)
      throw new BridgeError(
        act === 'create' ? 'passkey-not-created' : 'passkey-not-used',
        sentenceAbout(answer, { act, rpId, use }),
        answer,
      )
    const holds =
      authenticatorId === undefined
        ? []
        : await storedBy(window.webContents.debugger, authenticatorId, rpId)
    return { credential: answer.credential, holds }
  } finally {
    window.destroy()
    own.protocol.unhandle('https')
    await own.clearStorageData()
  }
}

/** The one page comes from this process; whatever else the session would load is cancelled. */
function confine(own: Session, address: string, page: string): void {
  own.webRequest.onBeforeRequest(({ url }, answer) => {
    answer({ cancel: url !== address })
  })
  own.setPermissionRequestHandler((_contents, _permission, answer) => {
    answer(false)
  })
  own.setPermissionCheckHandler(() => false)
  own.setDevicePermissionHandler(() => false)
  own.protocol.handle('https', ({ method, url }) =>
    method === 'GET' && url === address
      ? new Response(page, {
          headers: {
            'content-type': 'text/html; charset=utf-8',
            'content-security-policy': "default-src 'none'; style-src 'unsafe-inline'",
          },
        })
      : new Response('Not here', { status: 404 }),
  )
}

/** Gives the page a virtual authenticator of Chrome's, with its passkeys. */
async function plugIn(
  chrome: Debugger,
  { authenticator, holds, userVerified }: AuthenticatorUse & { readonly kind: 'virtual' },
  rpId: string,
): Promise<string> {
  chrome.attach('1.3')
  await chrome.sendCommand('WebAuthn.enable', { enableUI: false })
  const { authenticatorId } = (await chrome.sendCommand('WebAuthn.addVirtualAuthenticator', {
    options: {
      protocol: 'ctap2',
      ctap2Version: 'ctap2_1',
      transport: authenticator.transport,
      hasResidentKey: authenticator.residentKey,
      hasUserVerification: authenticator.userVerification,
      isUserVerified: userVerified && authenticator.userVerification,
      automaticPresenceSimulation: true,
    },
  })) as { readonly authenticatorId: string }
  for (const passkey of holds)
    await chrome.sendCommand('WebAuthn.addCredential', {
      authenticatorId,
      credential: {
        credentialId: standard(passkey.credentialId),
        isResidentCredential: authenticator.residentKey,
        rpId,
        privateKey: reveal(passkey.privateKey),
        ...(passkey.userHandle !== '' && { userHandle: standard(passkey.userHandle) }),
        signCount: passkey.signCount,
      } satisfies ChromeCredential,
    })
  return authenticatorId
}

async function storedBy(
  chrome: Debugger,
  authenticatorId: string,
  rpId: string,
): Promise<readonly StoredPasskey[]> {
  const { credentials } = (await chrome.sendCommand('WebAuthn.getCredentials', {
    authenticatorId,
  })) as { readonly credentials: readonly ChromeCredential[] }
  return credentials.map((one) => ({
    credentialId: urlSafe(one.credentialId),
    rpId: one.rpId ?? rpId,
    userHandle: urlSafe(one.userHandle ?? ''),
    signCount: one.signCount,
    privateKey: Secret.of('passkey key', one.privateKey),
  }))
}

/**
 * Chromium has the list of public suffixes, and consults it for cookies: no page may set one for
 * all of co.uk. Its session reaches no network, and forgets the cookie.
 */
async function refusesCookies(domain: string): Promise<boolean> {
  const { cookies } = ownSession()
  const url = `https://any.${domain}/`
  try {
    await cookies.set({ url, domain, name: 'probe', value: '1' })
    await cookies.remove(url, 'probe')
    return false
  } catch {
    return true
  }
}

const urlSafe = (base64: string) => Buffer.from(base64, 'base64').toString('base64url')
const standard = (base64url: string) => Buffer.from(base64url, 'base64url').toString('base64')
