import { Secret } from '#engine/secret/secret.ts'
import type { ProxySetting } from '#main/network/find-proxy.ts'
import { networkOf, type Network } from '#main/network/network.ts'
import { readProxyUrl } from '#main/network/read-proxy-url.ts'
import type { TrustSetting } from '#main/network/trust.ts'
import type { CommandLineIo } from './command-line-io.ts'
import { UsageError, type Arguments, type Option } from './command.ts'

/** The options of every command that talks to a pool. */
export const networkOptions: Readonly<Record<string, Option>> = {
  proxy: {
    value: 'URL|none',
    help: 'Proxy to use instead of HTTPS_PROXY; http, https, socks4 or socks5.',
  },
  'proxy-password-env': { value: 'VAR', help: 'Variable that holds the password of --proxy.' },
  'ca-file': {
    value: 'FILE',
    many: true,
    help: 'PEM file with an additional certificate authority.',
  },
  'client-cert': { value: 'FILE', help: 'PEM file with a client certificate.' },
  'client-key': { value: 'FILE', help: 'PEM file with the private key of --client-cert.' },
  'client-key-passphrase-env': { value: 'VAR', help: 'Variable that holds its passphrase.' },
}

/**
 * The network that the command line asks for.
 * @throws UsageError
 */
export function networkFrom(args: Arguments, io: Pick<CommandLineIo, 'environment'>): Network {
  return networkOf({ proxy: proxyFrom(args, io), trust: trustFrom(args, io) })
}

function proxyFrom(args: Arguments, io: Pick<CommandLineIo, 'environment'>): ProxySetting {
  const url = args.text('proxy')
  const password = secretFrom(args, io, 'proxy-password-env')
  if (url === undefined) {
    if (password) throw new UsageError('--proxy-password-env needs --proxy.')
    return { kind: 'automatic' }
  }
  if (url === 'none') return { kind: 'none' }
  const route = routeFrom(url)
  if (!password) return { kind: 'manual', route }
  if (!route.login)
    throw new UsageError('--proxy needs a user name for the password, as in http://ada@proxy:3128.')
  return { kind: 'manual', route: { ...route, login: { ...route.login, password } } }
}

function routeFrom(url: string) {
  // A password here would be in the process list.
  if (/^[^/]*\/\/[^/@]*:[^/@]*@/.test(url))
    throw new UsageError('--proxy takes no password. Put it into a variable: --proxy-password-env.')
  try {
    return readProxyUrl(url, 'settings')
  } catch (error) {
    throw new UsageError(error instanceof Error ? error.message : String(error))
  }
}

function trustFrom(args: Arguments, io: Pick<CommandLineIo, 'environment'>): TrustSetting {
  const certificateFile = args.text('client-cert')
  const keyFile = args.text('client-key')
  const passphrase = secretFrom(args, io, 'client-key-passphrase-env')
  if ((certificateFile === undefined) !== (keyFile === undefined))
    throw new UsageError('--client-cert and --client-key go together.')
  return {
    caFiles: args.texts('ca-file'),
    trustedCertificates: [],
    ...(certificateFile !== undefined &&
      keyFile !== undefined && {
        clientCertificate: { certificateFile, keyFile, ...(passphrase && { passphrase }) },
      }),
  }
}

function secretFrom(
  args: Arguments,
  { environment }: Pick<CommandLineIo, 'environment'>,
  option: string,
): Secret | undefined {
  const variable = args.text(option)
  if (variable === undefined) return undefined
  const value = environment[variable]
  if (value === undefined || value === '')
    throw new UsageError(`The environment variable ${variable} of --${option} is not set.`)
  return Secret.of('password', value)
}
