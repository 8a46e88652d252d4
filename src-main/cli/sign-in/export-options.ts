import { exportFormats } from '#engine/export/formats/index.ts'
import type { Option } from '../command.ts'

/** One option for each export format, and how secrets go into these files. */
export const exportOptions: Readonly<Record<string, Option>> = {
  ...Object.fromEntries(
    exportFormats.flatMap(({ option }) =>
      option ? [[option.name, { value: 'FILE', help: option.help }]] : [],
    ),
  ),
  unredacted: { help: 'Include all secrets in these files, and list their contents.' },
}
