import { BridgeError } from '#contract/failure.ts'
import type { Ports } from '#engine/catalogue/ports.ts'
import { afterSignIn } from '#main/devices/after-sign-in.ts'
import type { Devices } from '#main/devices/devices.ts'
import { stackWithoutMessage, type Log } from '#main/ipc/router.ts'
import type { RunObserver } from '#main/runs/run-observer.ts'
import type { Runs } from '#main/runs/runs.ts'
import type { Application } from '../application.ts'

/** What settling the device of a sign-in needs from outside. */
export interface SettleDeviceDependencies extends Pick<Application, 'emit'> {
  readonly devices: Devices
  readonly runs: () => Promise<Runs>
  readonly ports: () => Promise<Ports>
  readonly log: Log
}

/** Once a sign-in has ended: confirms its new device, or notes that a device was used or forgotten. */
export function settleDevice({
  devices,
  emit,
  log,
  ports,
  runs,
}: SettleDeviceDependencies): RunObserver {
  const confirming = new Map<string, string>()

  async function settle(runId: string): Promise<void> {
    const all = await runs()
    const confirmAs = confirming.get(runId)
    confirming.delete(runId)
    const parts = { confirmAs, devices, ports: await ports(), runs: all }
    const changed = await afterSignIn(parts, runId)
    if (!changed) return
    const { profileId } = (await all.stored(runId)).run
    emit({ type: 'devices.changed', profileId })
  }

  return {
    begun: (runId, { confirmDeviceAs }) => {
      if (confirmDeviceAs !== undefined) confirming.set(runId, confirmDeviceAs)
    },
    event: (runId, { type }) => {
      if (type !== 'ended') return
      settle(runId).catch((error: unknown) => {
        // Whatever went wrong happened after the sign-in, which is unaffected.
        if (error instanceof BridgeError) emit({ type: 'notice', text: error.message })
        else log(`the device of a sign-in could not be updated: ${stackWithoutMessage(error)}`)
      })
    },
  }
}
