import { exportFormats } from '#engine/export/formats/index.ts'
import { redactionChoices, type RedactionChoiceId } from '#engine/export/redaction-choices.ts'
import { UsageError, type Arguments, type Option } from '../command.ts'

/** What `--redact` takes, beside `none`. */
const ids = redactionChoices.map(({ id }) => id)

/** Which of the values that are a choice a redacted file has as marks. */
export const redactOption: Readonly<Record<string, Option>> = {
  redact: {
    value: 'K,…',
    help: `Marks for these too: ${ids.join(', ')}; or none.`,
  },
}

/**
 * The choice of `--redact`; absent where it is the default.
 * @throws UsageError
 */
export function replacedFrom(args: Arguments): readonly RedactionChoiceId[] | undefined {
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
  ...redactOption,
  unredacted: { help: 'Include all secrets in these files, and list their contents.' },
}
