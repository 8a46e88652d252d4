import { exportFormats } from '#engine/export/formats/index.ts'
import type { Option } from '../command.ts'

/** One option for each export format, and how secrets go into these files. */
export const exportOptions: Readonly<Record<string, Option>> = {
  ...Object.fromEntries(
    exportFormats.map(({ option: { help, name } }) => [name, { value: 'FILE', help }]),
  ),
  unredacted: { help: 'Include all secrets in these files, and list their contents.' },
}
