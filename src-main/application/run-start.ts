import type { z } from 'zod'
import type { contract } from '#contract/contract.ts'
import type { ProbeResult } from '#contract/routes/probes.ts'
import { defaultDeviceName } from '#contract/default-device-name.ts'
import { activeFields } from '#engine/catalogue/field.ts'
import { flows } from '#engine/catalogue/flows/index.ts'
import type { ServerContext } from '#engine/wire/sign-in-input.ts'
import type { Authenticator } from '#engine/catalogue/authenticator.ts'
import type { DeviceForSignIn } from '#main/devices/device-for-sign-in.ts'
import { probeFact } from '#main/probe/probe-fact.ts'
import { buildRunRequest } from '#main/runs/build-run-request.ts'
import type { ProfileRunRequest } from '#main/runs/run-dependencies.ts'
import type { Known } from './known-values.ts'
import type { RunDestination } from './run-destination.ts'

/** What the window starts a sign-in with; its secret strings were wrapped on entry. */
export type StartInput = z.output<(typeof contract)['run.start']['input']>

/** What main adds to it. */
export interface StartContext {
  readonly destination: RunDestination
  readonly username: string
  readonly known: readonly Known[]
  /** The remembered device that goes along. */
  readonly device?: DeviceForSignIn
  /** What the newest probe of the app client found out. */
  readonly probe?: ProbeResult | undefined
  readonly authenticator?: Authenticator
}

/** Everything that a sign-in begins with: what was typed, and in its place what is known. */
export function runStart(start: StartInput, context: StartContext): ProfileRunRequest {
  const { authenticator, destination, device, known, probe, username } = context
  const { asAdmin, automatic, fault, flow, session, sessionFrom } = start
  const { TOTP_SECRET: typedTotpSecret, ...typed } = start.secrets
  const secretOf = (key: string) =>
    known.find((value) => value.key === key && !value.withheld)?.secret
  const filled = Object.fromEntries(
    activeFields(flows.get(flow)?.fields ?? [], start.parameters).flatMap((field) => {
      const secret = field.sensitivity === 'secret' ? secretOf(field.name) : undefined
      return secret ? [[field.name, secret] as const] : []
    }),
  )
  return buildRunRequest({
    ...destination,
    automatic,
    device,
    input: {
      flow,
      parameters: { ...filled, ...start.parameters, ...typed },
      clientMetadata: start.clientMetadata,
      analyticsEndpointId: start.analyticsEndpointId,
      userContextData: contextDataOf(start),
      ...(session && { session }),
      ...(asAdmin && { asAdmin: serverContext(asAdmin) }),
    },
    password: typed['PASSWORD'] ?? secretOf('PASSWORD'),
    totpSecret: typedTotpSecret ?? secretOf('TOTP_SECRET'),
    awsProfile: asAdmin?.awsProfile,
    typed: { username, secrets: start.secrets },
    ...(automatic.device && { confirmDeviceAs: start.deviceName || defaultDeviceName }),
    ...(authenticator && { authenticator }),
    ...(fault !== undefined && { fault }),
    ...(probe && { facts: [probeFact(probe, Date.now())] }),
    ...(session &&
      sessionFrom !== undefined && {
        computed: {
          what: 'Session',
          durationMs: 0,
          shown: [{ name: 'Session', value: session, note: sessionFrom }],
        },
      }),
  })
}

const contextDataOf = ({ userContextData: { EncodedData, IpAddress } }: StartInput) => ({
  IpAddress,
  ...(EncodedData && { EncodedData }),
})

const serverContext = ({
  HttpHeaders,
  ServerName,
  ServerPath,
}: NonNullable<StartInput['asAdmin']>): ServerContext => ({ HttpHeaders, ServerName, ServerPath })
