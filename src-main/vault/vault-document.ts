import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { openDocument, type Document, type WriteFile } from '#main/settings/document.ts'
import { emptyVaultRecord, vaultRecord, vaultVersion, type VaultRecord } from './vault.ts'

/** What a vault's file is opened with. */
export interface VaultDocumentPorts {
  readonly folder: string
  readonly write: WriteFile
  readonly now: () => number
}

/**
 * `vault.json`, and a second copy of it: it has the only key of the history, so one lost or damaged
 * file must not take that along. Both hold sealed keys alone.
 */
export function openVaultDocument({
  folder,
  now,
  write,
}: VaultDocumentPorts): Document<VaultRecord> {
  const file = { version: vaultVersion, schema: vaultRecord, empty: emptyVaultRecord, write, now }
  const path = join(folder, 'vault.json')
  const wasThere = existsSync(path)
  const first = openDocument({ ...file, path })
  const second = openDocument({ ...file, path: join(folder, 'vault-copy.json') })
  const lost = keysOf(second.value()).filter((key) => !keysOf(first.value()).includes(key))
  // A copy that could not be written is made up for by the next change.
  const copy = () => second.change(() => first.value()).catch(() => undefined)
  const restored = lost.length > 0 ? restoredFrom(first.value(), second.value()) : undefined
  if (restored) void first.change(() => restored).catch(() => undefined)
  else if (keysOf(first.value()).length > 0 && keysOf(second.value()).length === 0) void copy()
  let isWritten = restored === undefined
  const noted =
    restored && !wasThere
      ? [
          {
            path,
            reason: 'It was missing. The keys are those of its second copy, vault-copy.json.',
          },
        ]
      : []
  return {
    value: () => (isWritten ? first.value() : (restored ?? first.value())),
    quarantined: [...first.quarantined, ...second.quarantined, ...noted],
    change: async (update) => {
      await first.change((content) => update(isWritten ? content : (restored ?? content)))
      isWritten = true
      await copy()
    },
  }
}

const keysOf = ({ dataKeys }: VaultRecord): readonly string[] => dataKeys.map(({ id }) => id)

/** Every key of both; what a person chose is that of the first where it is known there. */
const restoredFrom = (first: VaultRecord, second: VaultRecord): VaultRecord => ({
  lastBackend: first.lastBackend === '' ? second.lastBackend : first.lastBackend,
  choices: { ...second.choices, ...first.choices },
  dataKeys: [...first.dataKeys, ...second.dataKeys.filter(({ id }) => !keysOf(first).includes(id))],
})
