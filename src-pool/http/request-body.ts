import type { IncomingMessage } from 'node:http'

/**
 * Reads a request's body as UTF-8 text.
 * @param limit in bytes
 * @returns undefined when the body is longer, and then the rest of it is not read
 * @throws Error when the client goes away in the middle
 */
export async function requestBody(
  request: IncomingMessage,
  limit: number,
): Promise<string | undefined> {
  const chunks: Buffer[] = []
  let length = 0
  for await (const chunk of request as AsyncIterable<Buffer>) {
    length += chunk.length
    if (length > limit) return undefined
    chunks.push(chunk)
  }
  return Buffer.concat(chunks).toString('utf8')
}
