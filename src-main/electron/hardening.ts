import { app, type Session, type WebContents } from 'electron'
import { origin } from './served-file.ts'

/**
 * Chromium finds no host, whoever asks and by whatever protocol: calls to Cognito go through Node.
 * Except for the host of updates, when the person wants them.
 * The page's policy and the filter of its requests know nothing of WebRTC or of looking up names.
 * Must come before Electron is ready.
 */
export function blockHostResolution(updateHost?: string): void {
  const except = updateHost === undefined ? '' : `, EXCLUDE ${updateHost}`
  app.commandLine.appendSwitch('host-resolver-rules', `MAP * ~NOTFOUND${except}`)
}

/**
 * The window talks to the main process and to nobody else: whatever would leave its own origin is
 * cancelled, whatever asks for a permission is refused.
 */
export function lockDown(session: Session, developing: boolean): void {
  session.webRequest.onBeforeRequest(({ url }, answer) => {
    const own = url.startsWith(`${origin}/`) || (developing && url.startsWith('devtools://'))
    answer({ cancel: !own })
  })
  session.setPermissionRequestHandler((_contents, permission, answer) => {
    answer(permission === 'clipboard-sanitized-write')
  })
  session.setPermissionCheckHandler(
    (_contents, permission) => permission === 'clipboard-sanitized-write',
  )
  session.setDevicePermissionHandler(() => false)
}

/** What a page of a window without a bridge may do: show itself, in a session of its own. */
export const confinedPage = (session: Session) => ({
  session,
  contextIsolation: true,
  sandbox: true,
  nodeIntegration: false,
  webviewTag: false,
  spellcheck: false,
  devTools: false,
})

/** The window shows one page for as long as it lives, in one frame, and opens no other. */
export function pinDown(contents: WebContents): void {
  // No packet without a proxy, and there is none: WebRTC knows addresses that need no look-up.
  contents.setWebRTCIPHandlingPolicy('disable_non_proxied_udp')
  contents.setWindowOpenHandler(() => ({ action: 'deny' }))
  contents.on('will-attach-webview', (event) => {
    event.preventDefault()
  })
  contents.on('will-frame-navigate', (event) => {
    event.preventDefault()
  })
  contents.on('will-redirect', (event) => {
    event.preventDefault()
  })
}
