import type { Ports } from '#engine/catalogue/ports.ts'
import type { Runs } from '#main/runs/runs.ts'
import { confirmDevice } from './confirm-device.ts'
import { deviceOfRun } from './device-of-run.ts'
import type { Devices } from './devices.ts'

/** What is done about the device of a sign-in that has ended. */
export interface AfterSignInDependencies {
  readonly runs: Pick<Runs, 'call' | 'stored' | 'tokens'>
  readonly devices: Devices
  readonly ports: Ports
  /** The name under which a new device is confirmed without being asked; undefined leaves it. */
  readonly confirmAs: string | undefined
}

/**
 * Marks what is kept as used, or as forgotten at Cognito, and confirms a new device.
 * @returns whether anything of it changed
 */
export async function afterSignIn(
  { confirmAs, devices, ports, runs }: AfterSignInDependencies,
  runId: string,
): Promise<boolean> {
  const stored = await runs.stored(runId)
  const { profileId, username: typed } = stored.run
  const { claimed, fresh, presented, unknownAtCognito, username } = deviceOfRun(stored)
  if (unknownAtCognito) {
    const stale = await devices.byKey(profileId, presented)
    if (stale) await devices.change(stale.id, { staleSince: ports.now() })
    return stale !== undefined
  }
  if (fresh) {
    if (confirmAs !== undefined) await confirmDevice({ devices, ports, runs }, runId, confirmAs)
    return true
  }
  const used = await devices.byKey(profileId, claimed)
  if (!used) return false
  const isAlias = typed !== '' && typed !== username && !used.aliases.includes(typed)
  await devices.change(used.id, {
    lastUsedAt: ports.now(),
    staleSince: undefined,
    ...(isAlias && { aliases: [...used.aliases, typed] }),
  })
  return true
}
