import { mkdir } from 'node:fs/promises'
import { dirname } from 'node:path'
import { writePrivateFile } from '#main/private-files/write-private-file.ts'
import type { WriteFile } from './document.ts'

/** Writes a document as JSON, into a folder that is made where there is none yet. */
export const writeDocument: WriteFile = async (path, value) => {
  await mkdir(dirname(path), { recursive: true })
  await writePrivateFile(path, JSON.stringify(value, null, '\t'))
}
