import type { Secret } from '#engine/secret/secret.ts'
import type { AppClient } from '#engine/wire/app-client.ts'
import type { SignInInput } from '#engine/wire/sign-in-input.ts'
import type { TraceTarget } from '#engine/trace/event.ts'
import type { DeviceForSignIn } from '#main/devices/device-for-sign-in.ts'
import type { ProfileRunRequest } from './run-dependencies.ts'

/** What is passed on as it is, where it is there. */
type PassedOn =
  | 'authenticator'
  | 'automatic'
  | 'computed'
  | 'confirmDeviceAs'
  | 'facts'
  | 'fault'
  | 'network'
  | 'profileId'
  | 'script'
  | 'stopAt'
  | 'typed'

/** What a run begins with, whoever begins it. */
export interface RunInputs extends Partial<Pick<ProfileRunRequest, PassedOn>> {
  readonly client: AppClient
  readonly target: TraceTarget
  /** Texts and objects in it may be empty: those are not sent. */
  readonly input: SignInInput
  /** The remembered device that goes along. */
  readonly device?: DeviceForSignIn | undefined
  /** Secrets that answers are computed with. */
  readonly password?: Secret | undefined
  readonly totpSecret?: Secret | undefined
  /** The AWS profile that an administrator’s calls are signed with; empty for the default chain. */
  readonly awsProfile?: string | undefined
  readonly timeoutMs: number
}

/** The request of a run: the same for the window, the command line, a refresh and an account call. */
export function buildRunRequest(inputs: RunInputs): ProfileRunRequest {
  const { awsProfile = '', device, input, password, totpSecret, ...passedOn } = inputs
  const { endpoint, practice, region } = inputs.target
  return {
    profileId: '',
    automatic: {},
    ...passedOn,
    region,
    ...(endpoint !== '' && { endpoint }),
    input: sentInput(input, device),
    known: {
      ...(password && { password }),
      ...(totpSecret && { totpSecret }),
      ...(device?.known && { device: device.known }),
    },
    ...(input.asAdmin && {
      credentials: practice
        ? { kind: 'practice' }
        : { kind: 'chain', ...(awsProfile !== '' && { profile: awsProfile }) },
    }),
  }
}

/** The input without what is empty, which Cognito refuses. */
function sentInput(
  { analyticsEndpointId = '', clientMetadata = {}, userContextData, ...input }: SignInInput,
  device: DeviceForSignIn | undefined,
): SignInInput {
  const { EncodedData, IpAddress = '' } = userContextData ?? {}
  return {
    ...input,
    parameters: {
      ...(device?.key !== undefined && { DEVICE_KEY: device.key }),
      ...input.parameters,
    },
    ...(Object.keys(clientMetadata).length > 0 && { clientMetadata }),
    ...(analyticsEndpointId !== '' && { analyticsEndpointId }),
    ...((IpAddress !== '' || EncodedData) && {
      userContextData: {
        ...(IpAddress !== '' && { IpAddress }),
        ...(EncodedData && { EncodedData }),
      },
    }),
  }
}
