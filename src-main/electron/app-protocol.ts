import { readFile } from 'node:fs'
import { protocol, type ProtocolRequest, type ProtocolResponse } from 'electron'
import { contentSecurityPolicy } from './content-security-policy.ts'
import { scheme, servedFile } from './served-file.ts'

/** Makes `app:` a scheme with an origin of its own. Must come before Electron is ready. */
export function declareAppScheme(): void {
  protocol.registerSchemesAsPrivileged([
    { scheme, privileges: { standard: true, secure: true, supportFetchAPI: true } },
  ])
}

/** As much of Electron's `protocol` as serves a scheme, which an Electron may be without. */
interface Serving {
  readonly registerBufferProtocol?: (
    scheme: string,
    answer: (
      request: Pick<ProtocolRequest, 'method' | 'url'>,
      callback: (response: ProtocolResponse) => void,
    ) => void,
  ) => boolean
  readonly handle?: (scheme: string, answer: (request: Request) => Promise<Response>) => void
}

interface Answer {
  readonly status: number
  readonly contentType: string
  readonly headers: Readonly<Record<string, string>>
  readonly content: Buffer
}

const absent: Answer = {
  status: 404,
  contentType: 'text/plain',
  headers: {},
  content: Buffer.from('Not here'),
}

/**
 * Serves the built window from its folder: by a call of Electron that is deprecated where it is
 * still there, since the present one loads an HTTP client of Node with its first request.
 */
export function serveApp(folder: string): void {
  const serving: Serving = protocol
  if (serving.registerBufferProtocol)
    serving.registerBufferProtocol(scheme, ({ method, url }, callback) => {
      answerOf(folder, method, url, ({ content: data, contentType, headers, status }) => {
        // The charset of the type is a member of its own here.
        const [mimeType = ''] = contentType.split(';')
        callback({ statusCode: status, mimeType, charset: 'utf-8', headers: { ...headers }, data })
      })
    })
  else
    serving.handle?.(
      scheme,
      ({ method, url }) =>
        new Promise((resolve) => {
          answerOf(folder, method, url, ({ content, contentType, headers, status }) => {
            const body = new Uint8Array(content)
            const all = { ...headers, 'content-type': contentType }
            resolve(new Response(body, { status, headers: all }))
          })
        }),
    )
}

function answerOf(
  folder: string,
  method: string,
  url: string,
  answer: (answer: Answer) => void,
): void {
  const file = method === 'GET' ? servedFile(folder, url) : undefined
  if (!file) {
    answer(absent)
    return
  }
  readFile(file.path, (error, content) => {
    if (error) answer(absent)
    else answer({ status: 200, contentType: file.contentType, headers: ofEveryFile, content })
  })
}

const ofEveryFile = {
  'content-security-policy': contentSecurityPolicy,
  'x-content-type-options': 'nosniff',
  'cache-control': 'no-store',
}
