import { exportFormats } from '#engine/export/formats/index.ts'
import { redactionChoices } from '#engine/export/redaction-choices.ts'
import {
  builtInProfiles,
  redactionProfileNamed,
  standardRedaction,
  type Redaction,
} from '#engine/export/redaction-profile.ts'
import type { CommandLineIo } from '../command-line-io.ts'
import { UsageError, type Arguments, type Option } from '../command.ts'

/** What `--redact` takes, beside `none`. */
const ids = redactionChoices.map(({ id }) => id)

/** Which of the values that are a choice a redacted file has as marks. */
export const redactionOptions: Readonly<Record<string, Option>> = {
  redaction: {
    value: 'NAME',
    help: `Redaction profile: ${builtInProfiles.map(({ name }) => name).join(', ')}, or a saved one.`,
  },
  redact: {
    value: 'K,…',
    help: `Also replace with marks: ${ids.join(', ')}; or none.`,
  },
}

/**
 * The redaction of `--redaction`, with the kinds of `--redact` instead of its own.
 * @throws UsageError
 */
export async function redactionFrom(
  args: Arguments,
  { readRedactionProfiles }: Pick<CommandLineIo, 'readRedactionProfiles'>,
): Promise<Redaction> {
  const name = args.text('redaction')
  const replaced = replacedFrom(args)
  if (name === undefined) return { ...standardRedaction, ...(replaced && { replaced }) }
  const saved = (await readRedactionProfiles?.()) ?? []
  const profile = redactionProfileNamed(name, saved)
  if (profile) return { ...profile.redaction, ...(replaced && { replaced }) }
  const names = [...builtInProfiles, ...saved].map((one) => one.name).join(', ')
  const where = readRedactionProfiles
    ? ''
    : ' Those saved in the window are read by the application: run authscope instead of node.'
  throw new UsageError(`--redaction is one of ${names}.${where}`)
}

function replacedFrom(args: Arguments): Redaction['replaced'] | undefined {
  const text = args.text('redact')
  if (text === undefined) return undefined
  if (text === 'none') return []
  const chosen = text.split(',').map((word) => ids.find((id) => id === word.trim()))
  if (chosen.includes(undefined))
    throw new UsageError(`--redact takes ${ids.join(', ')} with commas between, or none.`)
  return chosen.filter((id) => id !== undefined)
}

/** One option for each export format, and how secrets go into these files. */
export const exportOptions: Readonly<Record<string, Option>> = {
  ...Object.fromEntries(
    exportFormats.flatMap(({ option }) =>
      option ? [[option.name, { value: 'FILE', help: option.help }]] : [],
    ),
  ),
  ...redactionOptions,
  unredacted: { help: 'Include all secrets in these files, and list their contents.' },
}
