import type { HttpRequest } from '@smithy/types'
import { serviceUrlOf } from '#engine/tokens/issuers.ts'
import { loadSdk } from './load-sdk.ts'

/** An endpoint of Cognito, and what it is. */
export interface DerivedEndpoint {
  readonly url: string
  readonly note: string
}

/** What an endpoint is derived from besides the region. */
interface Variant {
  readonly fips?: boolean
  readonly dualStack?: boolean
  /** Also what environment and ~/.aws/config say: endpoint URLs, FIPS, dual-stack. */
  readonly configured?: boolean
}

const variants = [
  { note: 'FIPS', fips: true },
  { note: 'dual-stack: IPv4 and IPv6', dualStack: true },
  { note: 'FIPS, dual-stack', fips: true, dualStack: true },
] as const

/**
 * The endpoints of a region besides its regular one, as the AWS SDK derives them: the configured
 * one first, from AWS_ENDPOINT_URL_COGNITO_IDENTITY_PROVIDER, AWS_ENDPOINT_URL or the profile of
 * ~/.aws/config that AWS_PROFILE names.
 */
export async function derivedEndpoints(region: string): Promise<readonly DerivedEndpoint[]> {
  if (region === '') return []
  const configured = await configuredEndpoint(region)
  const found = [
    ...(configured === undefined
      ? []
      : [{ url: configured, note: 'configured in the environment or ~/.aws/config' }]),
    ...(await Promise.all(
      variants.map(async ({ note, ...variant }) => ({
        url: await derivedEndpoint(region, variant),
        note,
      })),
    )),
  ]
  const others = found.flatMap(({ note, url }) =>
    url === undefined || url === serviceUrlOf(region) ? [] : [{ note, url }],
  )
  return others.filter(({ url }, at) => others.findIndex((one) => one.url === url) === at)
}

/** The endpoint that environment and ~/.aws/config ask for; undefined for the regular one. */
export async function configuredEndpoint(region: string): Promise<string | undefined> {
  const url = await derivedEndpoint(region, { configured: true })
  return url === serviceUrlOf(region) ? undefined : url
}

/**
 * Asks the SDK itself: a client whose handler keeps the request instead of sending it.
 * @returns undefined where the SDK derives none, as from a damaged configuration
 */
async function derivedEndpoint(
  region: string,
  { configured = false, dualStack = false, fips = false }: Variant,
): Promise<string | undefined> {
  const { CognitoIdentityProviderClient, GetUserCommand } = await loadSdk()
  const kept: { request?: HttpRequest } = {}
  const client = new CognitoIdentityProviderClient({
    region,
    ...(!configured && {
      ignoreConfiguredEndpointUrls: true,
      useFipsEndpoint: fips,
      useDualstackEndpoint: dualStack,
    }),
    maxAttempts: 1,
    requestHandler: {
      handle: (sent: HttpRequest) => {
        kept.request = sent
        return Promise.reject(new Error('This request only shows where it would go.'))
      },
    },
  })
  // It is refused by the handler above, or before by what is wrong with the configuration.
  await client.send(new GetUserCommand({ AccessToken: 'none' })).catch(() => undefined)
  client.destroy()
  const { request } = kept
  if (!request) return undefined
  const { hostname, path, port, protocol } = request
  const origin = `${protocol}//${hostname}${port ? `:${String(port)}` : ''}`
  return `${origin}${path}`.replace(/\/$/, '')
}
