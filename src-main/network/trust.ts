import { readFileSync } from 'node:fs'
import * as tls from 'node:tls'
import { reveal, type Secret } from '#engine/secret/secret.ts'

/** What is trusted beyond the default authorities, and what is presented to a server that asks. */
export interface TrustSetting {
  /** Paths of PEM files with further authorities. */
  readonly caFiles: readonly string[]
  /** Certificates in PEM that a person chose to trust. */
  readonly trustedCertificates: readonly string[]
  readonly clientCertificate?: {
    /** Path of a PEM file with the certificate, and of one with its private key. */
    readonly certificateFile: string
    readonly keyFile: string
    readonly passphrase?: Secret
  }
}

/** Nothing but what Node trusts by default. */
export const defaultTrust: TrustSetting = { caFiles: [], trustedCertificates: [] }

/** A file of the trust setting that cannot be used; the message names it and says why. */
class TrustError extends Error {
  override readonly name = 'TrustError'
}

/** The TLS options of a connection. The certificate store of the system is read where Node can. */
export type TlsOptions = Pick<
  tls.ConnectionOptions,
  'ca' | 'cert' | 'key' | 'passphrase' | 'allowPartialTrustChain'
>

/**
 * Reads the files of a trust setting.
 * @param environment NODE_EXTRA_CA_CERTS counts also where a packaged application ignores it
 * @throws TrustError
 */
export function tlsOptions(
  trust: TrustSetting,
  environment: Readonly<Record<string, string | undefined>>,
): TlsOptions {
  const { clientCertificate, trustedCertificates } = trust
  const fromEnvironment = environment['NODE_EXTRA_CA_CERTS']
  const extra = [
    ...trust.caFiles.map((path) => pemFile(path)),
    ...(fromEnvironment ? [pemFile(fromEnvironment)] : []),
    ...trustedCertificates,
  ]
  return {
    ca: [...defaultAuthorities(), ...extra],
    // A certificate that the user trusts is valid, whoever signed it.
    ...(trustedCertificates.length > 0 && { allowPartialTrustChain: true }),
    ...(clientCertificate && {
      cert: pemFile(clientCertificate.certificateFile),
      key: readPath(clientCertificate.keyFile),
      ...(clientCertificate.passphrase && { passphrase: reveal(clientCertificate.passphrase) }),
    }),
  }
}

/** Newer Nodes read the system's store; it is asked for where it is there. */
function defaultAuthorities(): readonly string[] {
  const { getCACertificates } = tls as { getCACertificates?: (kind: string) => string[] }
  if (!getCACertificates) return tls.rootCertificates
  return [...new Set([...getCACertificates('default'), ...getCACertificates('system')])]
}

function pemFile(path: string): string {
  const text = readPath(path)
  if (text.includes('-----BEGIN CERTIFICATE-----')) return text
  throw new TrustError(
    `${path} contains no certificate in PEM format (-----BEGIN CERTIFICATE-----).`,
  )
}

function readPath(path: string): string {
  try {
    return readFileSync(path, 'utf8')
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException
    throw new TrustError(
      code === 'ENOENT'
        ? `There is no file ${path}. Choose the certificate file again.`
        : `${path} cannot be read (${code ?? 'unknown error'}). Check its permissions.`,
    )
  }
}
