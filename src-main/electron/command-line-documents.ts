import { join } from 'node:path'
import { app } from 'electron'
import { openDocument, type Document, type DocumentOptions } from '#main/settings/document.ts'
import { storeFile } from './store-file.ts'

/**
 * Opens a document of the data folder for a command. What had to be quarantined is said on standard
 * error, since no window says it.
 */
export function openCommandLineDocument<T extends object>(
  name: string,
  file: Pick<DocumentOptions<T>, 'empty' | 'schema' | 'version'>,
): Document<T> {
  const document = openDocument({
    ...file,
    path: join(app.getPath('userData'), `${name}.json`),
    write: storeFile,
    now: Date.now,
  })
  sayQuarantined(`${name}.json`, document)
  return document
}

/** Says which files were quarantined under which names, and why. */
export function sayQuarantined(
  name: string,
  { quarantined }: Pick<Document<unknown>, 'quarantined'>,
): void {
  for (const { path, reason } of quarantined)
    process.stderr.write(
      `${name} could not be used as it was: ${reason} It was quarantined as ${path}.\n`,
    )
}
