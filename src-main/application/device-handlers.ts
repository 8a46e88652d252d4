import { withVisibleTexts } from '#engine/json/visible-text.ts'
import { reveal } from '#engine/secret/secret.ts'
import type { Ports } from '#engine/catalogue/ports.ts'
import type { Operation } from '#engine/wire/request.ts'
import { changeByCall } from '#main/devices/change-by-call.ts'
import { deviceOfRun } from '#main/devices/device-of-run.ts'
import type { Devices } from '#main/devices/devices.ts'
import type { Application, HandlersOf } from './application.ts'
import type { RunDependencies } from './run-handlers.ts'

/** Remembered devices: confirmed, kept, shown, and what Cognito has of them. */
export function deviceHandlers({
  devices,
  emit,
  ports,
  runs,
}: Pick<Application, 'emit'> &
  Pick<RunDependencies, 'runs'> & {
    readonly devices: Devices
    readonly ports: () => Promise<Ports>
  }): HandlersOf<'device'> {
  const changed = (profileId: string) => {
    emit({ type: 'devices.changed', profileId })
  }
  const atCognito = () => import('#main/devices/at-cognito.ts')

  const profileOf = async (runId: string) => (await (await runs()).open(runId)).run.profileId

  async function accepted(runId: string, operation: Operation, inputs: Record<string, string>) {
    const profileId = await profileOf(runId)
    await changeByCall(devices, { profileId, operation, inputs }, Date.now())
    changed(profileId)
  }

  return {
    'device.list': async ({ profileId }) => [...(await devices.list(profileId))],
    'device.ofRun': async ({ runId }) => {
      const { claimed, confirmed, fresh, presented } = deviceOfRun(
        await (await runs()).stored(runId),
      )
      const key = fresh?.key ?? (claimed || presented)
      const device = await devices.byKey(await profileOf(runId), key)
      return {
        key,
        outstanding:
          fresh && !confirmed ? 'confirm' : device?.status === 'undecided' ? 'choose' : 'nothing',
        ...(device && { device }),
      }
    },
    'device.confirm': async ({ name, runId }) => {
      const { confirmDevice } = await import('#main/devices/confirm-device.ts')
      const parts = { devices, ports: await ports(), runs: await runs() }
      const done = await confirmDevice(parts, runId, name)
      if (done.device) changed(done.device.profileId)
      return done
    },
    'device.setStatus': async ({ key, runId, status }) => {
      const { updateDeviceStatus } = await atCognito()
      const done = await updateDeviceStatus(await runs(), runId, key, status)
      if (done.refused === undefined)
        await accepted(runId, 'UpdateDeviceStatus', {
          DeviceKey: key,
          DeviceRememberedStatus: status,
        })
      return done
    },
    'device.rename': async ({ id, name }) => {
      const device = await devices.change(id, { name })
      changed(device.profileId)
      return device
    },
    'device.drop': async ({ id }) => {
      const profileId = await devices.drop(id)
      if (profileId !== undefined) changed(profileId)
    },
    'device.restore': async ({ id }) => {
      changed(await devices.restore(id))
    },
    'device.reveal': async ({ id }) => {
      const { groupKey, password } = await devices.open(id)
      return { groupKey: reveal(groupKey), password: reveal(password) }
    },
    'device.listAtCognito': async ({ runId }) => {
      const { listDevices } = await atCognito()
      const found = await listDevices(await runs(), runId)
      return withVisibleTexts({ ...found, devices: [...found.devices] })
    },
    'device.getAtCognito': async ({ key, runId }) => {
      const { getDevice } = await atCognito()
      return withVisibleTexts(await getDevice(await runs(), runId, key))
    },
    'device.forgetAtCognito': async ({ key, runId }) => {
      const { forgetDevice } = await atCognito()
      const done = await forgetDevice(await runs(), runId, key)
      if (done.refused === undefined) await accepted(runId, 'ForgetDevice', { DeviceKey: key })
      return done
    },
  }
}
