// The certificate library wants this one to be loaded before it.
import 'reflect-metadata'
import { webcrypto } from 'node:crypto'
import {
  BasicConstraintsExtension,
  PemConverter,
  SubjectAlternativeNameExtension,
  X509CertificateGenerator,
} from '@peculiar/x509'

/** A certificate with its key, as PEM strings. */
export interface Certificate {
  readonly key: string
  readonly cert: string
}

/** Days that a certificate is good for: a watch seldom lasts longer than one. */
const days = 7

/** Names under which programs on this machine reach the endpoint; the last is that of an Android emulator's host. */
const names = [
  { type: 'dns', value: 'localhost' },
  { type: 'ip', value: '127.0.0.1' },
  { type: 'ip', value: '::1' },
  { type: 'ip', value: '10.0.2.2' },
] as const

const algorithm = { name: 'ECDSA', namedCurve: 'P-256', hash: 'SHA-256' } as const

/** Makes a self-signed certificate for this machine's own names. */
export async function makeCertificate(now: number): Promise<Certificate> {
  const keys = await webcrypto.subtle.generateKey(algorithm, true, ['sign', 'verify'])
  const certificate = await X509CertificateGenerator.createSelfSigned(
    {
      name: 'CN=localhost',
      notBefore: new Date(now - 60_000),
      notAfter: new Date(now + days * 24 * 3600 * 1000),
      keys,
      signingAlgorithm: algorithm,
      extensions: [
        // Trusted itself, so that no authority has to be trusted that could sign for other names.
        new BasicConstraintsExtension(false),
        new SubjectAlternativeNameExtension([...names]),
      ],
    },
    webcrypto,
  )
  const key = await webcrypto.subtle.exportKey('pkcs8', keys.privateKey)
  return { key: PemConverter.encode(key, 'PRIVATE KEY'), cert: certificate.toString('pem') }
}
