import { generate } from 'selfsigned'

/** A certificate with its key, as PEM texts. */
export interface Certificate {
  readonly key: string
  readonly cert: string
}

/** Days that a certificate is good for: a watch seldom lasts longer than one. */
const days = 7

/** Makes a certificate of this machine's own names, signed by itself. */
export async function makeCertificate(now: number): Promise<Certificate> {
  const { cert, private: key } = await generate([{ name: 'commonName', value: 'localhost' }], {
    keyType: 'ec',
    algorithm: 'sha256',
    notBeforeDate: new Date(now - 60_000),
    notAfterDate: new Date(now + days * 24 * 3600 * 1000),
    extensions: [
      // Trusted itself, so that no authority has to be trusted that could sign for other names.
      { name: 'basicConstraints', cA: false },
      {
        name: 'subjectAltName',
        altNames: [
          { type: 2, value: 'localhost' },
          { type: 7, ip: '127.0.0.1' },
          { type: 7, ip: '::1' },
          { type: 7, ip: '10.0.2.2' },
        ],
      },
    ],
  })
  return { key, cert }
}
