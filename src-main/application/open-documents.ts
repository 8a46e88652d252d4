import { join } from 'node:path'
import { deviceFile, deviceFileVersion, emptyDeviceFile } from '#main/devices/device-file.ts'
import { emptyPasskeyFile, passkeyFile, passkeyFileVersion } from '#main/passkeys/passkey-file.ts'
import { emptyProfileFile, profileFile, profileFileVersion } from '#main/profiles/profile-file.ts'
import { openDocument, type DocumentOptions, type WriteFile } from '#main/settings/document.ts'
import { emptyProxyFile, proxyFile, proxyFileVersion } from '#main/vault/proxy-password.ts'
import { openVaultDocument } from '#main/vault/vault-document.ts'

/** The files of the data folder besides settings and traces, opened. */
export function openDocuments(dataFolder: string, write: WriteFile) {
  const open = <Value extends object>(
    name: string,
    file: Pick<DocumentOptions<Value>, 'empty' | 'schema' | 'version'>,
  ) => openDocument({ ...file, path: join(dataFolder, `${name}.json`), write, now: Date.now })
  return {
    vault: openVaultDocument({ folder: dataFolder, write, now: Date.now }),
    profiles: open('profiles', {
      version: profileFileVersion,
      schema: profileFile,
      empty: emptyProfileFile,
    }),
    passkeys: open('passkeys', {
      version: passkeyFileVersion,
      schema: passkeyFile,
      empty: emptyPasskeyFile,
    }),
    proxy: open('proxy', { version: proxyFileVersion, schema: proxyFile, empty: emptyProxyFile }),
    devices: open('devices', {
      version: deviceFileVersion,
      schema: deviceFile,
      empty: emptyDeviceFile,
    }),
  }
}
