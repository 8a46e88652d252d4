import type { Device } from '#contract/routes/devices.ts'
import { BridgeError } from '#contract/failure.ts'
import { defaultDeviceName } from '#contract/default-device-name.ts'
import { deviceVerifier, deviceVerifierConfig } from '#engine/devices/device-verifier.ts'
import { reveal } from '#engine/secret/secret.ts'
import type { Ports } from '#engine/catalogue/ports.ts'
import { roundedMs } from '#engine/units/milliseconds.ts'
import { accessTokenOf, callAtCognito } from '#main/runs/call-at-cognito.ts'
import type { Runs } from '#main/runs/runs.ts'
import { deviceOfRun } from './device-of-run.ts'
import type { Devices } from './devices.ts'

/** What a confirmation works on. */
export interface ConfirmDeviceDependencies {
  readonly runs: Pick<Runs, 'call' | 'stored' | 'tokens'>
  readonly devices: Pick<Devices, 'add'>
  readonly ports: Ports
}

/**
 * ConfirmDevice for the new device of a sign-in, as a step of its trace; then its keys are kept.
 * @throws BridgeError `no-new-device`, `no-access-token`, `not-saved`
 */
export async function confirmDevice(
  { devices, ports, runs }: ConfirmDeviceDependencies,
  runId: string,
  name: string,
): Promise<{ readonly device?: Device; readonly refused?: string }> {
  const stored = await runs.stored(runId)
  const { fresh, username } = deviceOfRun(stored)
  if (!fresh)
    throw new BridgeError(
      'no-new-device',
      'This sign-in returned no NewDeviceMetadata: the pool tracks no devices, or already knew this one.',
    )
  const begin = performance.now()
  const { key, group } = fresh
  const computed = deviceVerifier({ key, group: reveal(group) }, ports)
  const answer = await callAtCognito(
    runs,
    runId,
    {
      operation: 'ConfirmDevice',
      input: {
        AccessToken: await accessTokenOf(runs, runId),
        DeviceKey: key,
        DeviceSecretVerifierConfig: computed.config,
        ...(name !== '' && { DeviceName: name }),
      },
    },
    {
      what: deviceVerifierConfig,
      durationMs: roundedMs(performance.now() - begin),
      shown: computed.shown,
    },
  )
  if ('refused' in answer) return answer
  const { profileId, username: typed } = stored.run
  const device = await devices.add({
    profileId,
    username,
    key,
    name: name || defaultDeviceName,
    aliases: typed === '' || typed === username ? [] : [typed],
    status: answer.members['UserConfirmationNecessary'] === true ? 'undecided' : 'remembered',
    createdAt: ports.now(),
    groupKey: group,
    password: computed.password,
  })
  return { device }
}
