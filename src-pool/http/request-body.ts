import type { IncomingMessage } from 'node:http'

/**
 * Reads a request's body as UTF-8 text.
 * @param limit in bytes
 * @returns undefined when the body is longer, and then the rest of it is not read
 * @throws Error when the client goes away in the middle
 */
export const requestBody = (request: IncomingMessage, limit: number): Promise<string | undefined> =>
  new Promise((resolve, reject) => {
    const chunks: Buffer[] = []
    let length = 0
    request.on('data', (chunk: Buffer) => {
      length += chunk.length
      chunks.push(chunk)
      if (length <= limit) return
      request.removeAllListeners('data').pause()
      resolve(undefined)
    })
    request.on('error', reject)
    request.on('end', () => {
      resolve(Buffer.concat(chunks).toString('utf8'))
    })
  })
