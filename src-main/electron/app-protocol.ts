import { readFile } from 'node:fs/promises'
import { protocol } from 'electron'
import { contentSecurityPolicy } from './content-security-policy.ts'
import { scheme, servedFile } from './served-file.ts'

/** Makes `app:` a scheme with an origin of its own. Must come before Electron is ready. */
export function declareAppScheme(): void {
  protocol.registerSchemesAsPrivileged([
    { scheme, privileges: { standard: true, secure: true, supportFetchAPI: true } },
  ])
}

/** Serves the built window from its folder. */
export function serveApp(folder: string): void {
  protocol.handle(scheme, async ({ method, url }) => {
    const file = method === 'GET' ? servedFile(folder, url) : undefined
    if (!file) return new Response('Not here', { status: 404 })
    try {
      const headers = {
        'content-type': file.contentType,
        'content-security-policy': contentSecurityPolicy,
        'x-content-type-options': 'nosniff',
        'cache-control': 'no-store',
      }
      return new Response(await readFile(file.path), { headers })
    } catch {
      return new Response('Not here', { status: 404 })
    }
  })
}
