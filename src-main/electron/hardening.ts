import type { Session, WebContents } from 'electron'
import { origin } from './served-file.ts'

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

/** The window shows one page for as long as it lives, in one frame, and opens no other. */
export function pinDown(contents: WebContents): void {
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
