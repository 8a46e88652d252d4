import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Contract } from '#contract/contract.ts'
import type { Client } from '#contract/define.ts'
import { openDocument, type WriteFile } from '#main/settings/document.ts'
import { emptySettingsFile, settingsFile, settingsVersion } from '#main/settings/settings.ts'
import { secretBoxInMemory } from '#main/vault/secret-box-in-memory.ts'
import { startApplication, type Dependencies, type RunningApplication } from './compose.ts'
import type { System } from './system.ts'

const write: WriteFile = async (path, value) => {
  await Promise.resolve()
  writeFileSync(path, JSON.stringify(value))
}

/** A desktop on which nothing is copied, opened or saved. */
const inertSystem = (dataFolder: string): System => ({
  version: '0.0.0',
  electron: '0',
  platform: 'linux',
  locale: '',
  dataFolder,
  clipboard: { read: () => Promise.resolve(''), write: () => Promise.resolve() },
  apply: () => undefined,
  windowIsReady: () => undefined,
  setMenu: () => undefined,
  openLink: () => Promise.resolve(false),
  openPath: () => Promise.resolve(),
  showInFolder: () => undefined,
  askWhereToSave: () => Promise.resolve(undefined),
  askWhatToOpen: () => Promise.resolve(undefined),
  takeOfferedFile: () => undefined,
  isOfferedFile: () => false,
})

interface Started {
  readonly application: RunningApplication
  /** Calls it as its window does. @throws Error with the members of the failure */
  readonly call: Client<Contract>
}

/** Starts the application on a folder of a test, without Electron. */
export function startUnderTest(
  dataFolder: string,
  more: Partial<Pick<Dependencies, 'emit' | 'log' | 'box'>> & {
    readonly system?: Partial<System>
  } = {},
): Started {
  const application = startApplication({
    system: { ...inertSystem(dataFolder), ...more.system },
    settings: openDocument({
      path: join(dataFolder, 'settings.json'),
      version: settingsVersion,
      schema: settingsFile,
      empty: emptySettingsFile,
      write,
      now: Date.now,
    }),
    box: () => more.box?.() ?? secretBoxInMemory('keychain', 'keychain'),
    write,
    emit: more.emit ?? (() => undefined),
    log: more.log ?? (() => undefined),
  })
  const call: Client<Contract> = async (...[name, input]) => {
    const result = await application.dispatch(name, input)
    if (result.ok) return result.value as never
    throw Object.assign(new Error(result.failure.message), result.failure)
  }
  return { application, call }
}

/** What the window sends for a sign-in by password, with nothing typed but the username. */
export const passwordSignIn = (profileId: string | undefined, username = 'alice') => ({
  profileId: profileId ?? '',
  flow: 'USER_PASSWORD_AUTH',
  parameters: { USERNAME: username },
  secrets: {},
  clientMetadata: {},
  analyticsEndpointId: '',
  userContextData: { IpAddress: '' },
  automatic: { srp: true, totp: true },
})
