import { readFile, stat } from 'node:fs/promises'
import { z } from 'zod'
import { defaultDeviceName } from '#contract/default-device-name.ts'
import { reveal, Secret } from '#engine/secret/secret.ts'
import type { KnownDevice } from '#engine/catalogue/known.ts'
import type { Ports } from '#engine/catalogue/ports.ts'
import { writePrivateFile } from '#main/private-files/write-private-file.ts'
import { updateDeviceStatus } from '#main/devices/at-cognito.ts'
import { confirmDevice } from '#main/devices/confirm-device.ts'
import { deviceOfRun } from '#main/devices/device-of-run.ts'
import type { Runs } from '#main/runs/runs.ts'
import type { CommandLineIo } from '../command-line-io.ts'
import { UsageError, type Arguments } from '../command.ts'

/** What `--device-file` contains, under Cognito's names and Amplify's for the password. */
const deviceInFile = z.object({
  deviceKey: z.string().min(1),
  deviceGroupKey: z.string().min(1),
  randomPasswordKey: z.string().min(1),
})

/**
 * The device in the file that `--device-file` names; none where the file is still to be made.
 * @throws UsageError for a file that is missing, damaged, or open to others
 */
export async function inputDevice(args: Arguments): Promise<KnownDevice | undefined> {
  const path = args.text('device-file')
  if (path === undefined) {
    if (args.has('remember-device'))
      throw new UsageError('--remember-device needs --device-file, where the keys are written.')
    return undefined
  }
  const text = await readFile(path, 'utf8').catch(() => undefined)
  if (text === undefined && args.has('remember-device')) return undefined
  if (text === undefined) throw new UsageError(`The device file ${path} cannot be read.`)
  if (process.platform !== 'win32' && ((await stat(path)).mode & 0o077) !== 0)
    throw new UsageError(`Others can read the device file ${path}: run chmod 600 on it.`)
  const { data } = deviceInFile.safeParse(parsed(text))
  if (!data)
    throw new UsageError(
      `${path} is not a device file, which is a JSON object with deviceKey, deviceGroupKey and randomPasswordKey.`,
    )
  return {
    key: data.deviceKey,
    group: Secret.of('device secret', data.deviceGroupKey),
    password: Secret.of('device secret', data.randomPasswordKey),
  }
}

/** Confirms and remembers the new device of a sign-in as requested; says how it went. */
export async function rememberNewDevice(
  args: Arguments,
  io: CommandLineIo,
  runs: Runs,
  ports: Ports,
  runId: string,
): Promise<void> {
  const path = args.text('device-file')
  const { fresh, presented, unknownAtCognito } = deviceOfRun(await runs.stored(runId))
  if (unknownAtCognito && path !== undefined)
    io.error(
      `The device ${presented} is unknown to Cognito: delete ${path}, and sign in with --remember-device.\n`,
    )
  if (!fresh || path === undefined || !args.has('remember-device')) return
  const { device, refused } = await confirmDevice(
    {
      runs,
      ports,
      devices: {
        add: async ({ groupKey, password, ...fields }) => {
          const keys = {
            deviceKey: fields.key,
            deviceGroupKey: reveal(groupKey),
            randomPasswordKey: reveal(password),
          }
          await writePrivateFile(path, `${JSON.stringify(keys, null, 2)}\n`)
          return { ...fields, id: fields.key, kept: 'stored' }
        },
      },
    },
    runId,
    defaultDeviceName,
  )
  const undecided = device?.status === 'undecided'
  const later = undecided ? await updateDeviceStatus(runs, runId, device.key, 'remembered') : {}
  const failure = refused ?? later.refused
  io.error(failure === undefined ? `The device’s keys are in ${path}.\n` : `${failure}\n`)
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
