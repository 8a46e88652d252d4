import { createHash, createHmac, type BinaryLike } from 'node:crypto'
import { SignatureV4 } from '@smithy/signature-v4'
import type { Checksum, SourceData } from '@smithy/types'
import { openCredentials, type CredentialSource } from '#main/aws-credentials/aws-credentials.ts'
import type { SignCall } from './forward.ts'

/** Headers of the old signature, and those that the new one adds. */
const ofSignature = /^(authorization|x-amz-date|x-amz-security-token|x-amz-content-sha256)$/i

/** Signs a call for the host that it is forwarded to, with the AWS credentials that the person chose. */
export function signAgain(source: CredentialSource, region: string): SignCall {
  const findCredentials = openCredentials()
  return async ({ body, headers, url }) => {
    const signer = new SignatureV4({
      service: 'cognito-idp',
      region,
      credentials: await findCredentials(source),
      sha256: Sha256,
      applyChecksum: false,
    })
    const kept = headers.filter(([name]) => !ofSignature.test(name))
    const { headers: signed } = await signer.sign({
      method: 'POST',
      protocol: url.protocol,
      hostname: url.hostname,
      path: url.pathname,
      headers: {
        host: url.host,
        ...Object.fromEntries(
          kept
            .filter(([name]) => /^(content-type|x-amz-)/i.test(name))
            .map(([name, value]) => [name.toLowerCase(), value]),
        ),
      },
      body,
    })
    const added = Object.entries(signed).filter(([name]) => ofSignature.test(name))
    return [...kept, ...added]
  }
}

/** SHA-256 and its HMAC, as the signer asks for them. */
class Sha256 implements Checksum {
  readonly #secret: SourceData | undefined
  #hash: ReturnType<typeof createHash> | ReturnType<typeof createHmac>

  constructor(secret?: SourceData) {
    this.#secret = secret
    this.#hash = this.#begin()
  }

  update(data: Uint8Array): void {
    this.#hash.update(data)
  }

  digest(): Promise<Uint8Array> {
    return Promise.resolve(this.#hash.digest())
  }

  reset(): void {
    this.#hash = this.#begin()
  }

  #begin() {
    return this.#secret === undefined
      ? createHash('sha256')
      : createHmac('sha256', bytesOf(this.#secret))
  }
}

const bytesOf = (data: SourceData): BinaryLike =>
  typeof data === 'string'
    ? data
    : ArrayBuffer.isView(data)
      ? Buffer.from(data.buffer, data.byteOffset, data.byteLength)
      : Buffer.from(data)
