import type { z } from 'zod'
import type { contract } from '#contract/contract.ts'
import type { ProbeResult } from '#contract/routes/probes.ts'
import type { Profile } from '#contract/routes/profiles.ts'
import { BridgeError } from '#contract/failure.ts'
import { regionOf } from '#contract/profile-checks.ts'
import { activeFields } from '#engine/catalogue/field.ts'
import { flows } from '#engine/catalogue/flows/index.ts'
import type { Secret } from '#engine/secret/secret.ts'
import type { DeviceForSignIn } from '#main/devices/device-for-sign-in.ts'
import type { ServerContext } from '#engine/wire/sign-in-input.ts'
import type { CredentialSource } from '#main/aws-credentials/aws-credentials.ts'
import { probeFact } from '#main/probe/probe-fact.ts'
import type { ProfileRunRequest } from '#main/runs/runs.ts'
import type { Network } from '#main/network/network.ts'
import type { Known } from './known-values.ts'

/** What the window starts a sign-in with; its secrets became Secrets at the door. */
export type StartInput = z.output<(typeof contract)['run.start']['input']>

/** What main adds to it. */
export interface StartContext {
  readonly profile: Profile
  readonly clientSecret: Secret | undefined
  readonly known: readonly Known[]
  /** True when the profile's endpoint is the practice pool that runs here. */
  readonly practice: boolean
  readonly timeoutMs: number
  /** What its calls go through. */
  readonly network?: Network
  /** The remembered device that goes along. */
  readonly device?: DeviceForSignIn
  /** What the newest probe of the app client found out. */
  readonly probe?: ProbeResult | undefined
}

/** The region that a custom endpoint is signed on for when the profile names none. */
const anyRegion = 'us-east-1'

/**
 * Everything that a sign-in begins with: what was typed, and in its place what is known.
 * @throws BridgeError `profile-incomplete` when it is not said where to send to
 */
export function runStart(start: StartInput, context: StartContext): ProfileRunRequest {
  const { clientSecret, device, known, network, practice, probe, profile, timeoutMs } = context
  const { clientId, endpoint, id, name, userPoolId } = profile
  const region = profile.region || regionOf(userPoolId) || (endpoint === '' ? '' : anyRegion)
  if (region === '')
    throw new BridgeError('profile-incomplete', 'The profile needs a region, or an endpoint.', {
      field: 'region',
    })
  const { TOTP_SECRET: typedTotpSecret, ...typed } = start.secrets
  const secretOf = (key: string) => known.find((value) => value.key === key)?.secret
  const filled = Object.fromEntries(
    activeFields(flows.get(start.flow)?.fields ?? [], start.parameters).flatMap((field) => {
      const secret = field.sensitivity === 'secret' ? secretOf(field.name) : undefined
      return secret ? [[field.name, secret] as const] : []
    }),
  )
  const password = typed['PASSWORD'] ?? secretOf('PASSWORD')
  const totpSecret = typedTotpSecret ?? secretOf('TOTP_SECRET')
  const { EncodedData, IpAddress } = start.userContextData
  return {
    profileId: id,
    region,
    ...(endpoint !== '' && { endpoint }),
    ...(network && { network }),
    client: { userPoolId, clientId, ...(clientSecret && { clientSecret }) },
    target: { profileName: name, region, userPoolId, clientId, endpoint, practice },
    input: {
      flow: start.flow,
      parameters: {
        ...(device?.key !== undefined && { DEVICE_KEY: device.key }),
        ...filled,
        ...start.parameters,
        ...typed,
      },
      ...(Object.keys(start.clientMetadata).length > 0 && { clientMetadata: start.clientMetadata }),
      ...(start.analyticsEndpointId !== '' && { analyticsEndpointId: start.analyticsEndpointId }),
      ...((IpAddress !== '' || EncodedData) && {
        userContextData: {
          ...(IpAddress !== '' && { IpAddress }),
          ...(EncodedData && { EncodedData }),
        },
      }),
      ...(start.session && { session: start.session }),
      ...(start.asAdmin && { asAdmin: serverContext(start.asAdmin) }),
    },
    known: {
      ...(password && { password }),
      ...(totpSecret && { totpSecret }),
      ...(device?.known && { device: device.known }),
    },
    ...(start.asAdmin && { credentials: credentialsOf(start.asAdmin, practice) }),
    automatic: start.automatic,
    ...(start.fault !== undefined && { fault: start.fault }),
    ...(start.session &&
      start.sessionFrom !== undefined && {
        computed: {
          what: 'Session',
          durationMs: 0,
          shown: [{ name: 'Session', value: start.session, note: start.sessionFrom }],
        },
      }),
    timeoutMs,
    ...(probe && { facts: [probeFact(probe, Date.now())] }),
  }
}

type AsAdmin = NonNullable<StartInput['asAdmin']>

const serverContext = ({ HttpHeaders, ServerName, ServerPath }: AsAdmin): ServerContext => ({
  HttpHeaders,
  ServerName,
  ServerPath,
})

const credentialsOf = ({ awsProfile }: AsAdmin, practice: boolean): CredentialSource =>
  practice
    ? { kind: 'practice' }
    : { kind: 'chain', ...(awsProfile !== '' && { profile: awsProfile }) }
