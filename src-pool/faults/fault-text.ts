import { issueMessage, sentenceAt } from '#engine/validation/issue-message.ts'
import { faults } from './index.ts'
import { settingsSchema } from './settings-schema.ts'
import { whichCalls, type SettingValues } from './fault.ts'

/** A fault written as on the command line that cannot be read; the message is a sentence. */
export class FaultTextError extends Error {
  override readonly name = 'FaultTextError'
}

/**
 * Reads `NAME` or `NAME:setting=value,setting=value`; operations are joined by `+`.
 * @throws FaultTextError
 */
export function parseFaultText(text: string): {
  readonly name: string
  readonly settings: SettingValues
} {
  const [name = '', ...rest] = text.split(':')
  const fault = faults.find((one) => one.name === name)
  if (!fault)
    throw new FaultTextError(
      `There is no fault “${name}”; there are ${faults.map((one) => one.name).join(', ')}.`,
    )
  const parts = rest.join(':').split(',').filter(Boolean)
  const settings = parts.map((part) => {
    const [key = '', value = ''] = part.split('=')
    const kind = fault.settings[key]?.kind
    if (kind === 'operations') return [key, value.split('+').filter(Boolean)] as const
    if (kind === 'flag') return [key, value === 'true' ? true : value === 'false' ? false : value]
    return [key, value === '' ? value : Number(value)] as const
  })
  const result = settingsSchema(fault).safeParse(Object.fromEntries(settings), {
    error: issueMessage,
  })
  if (result.success) return { name, settings: result.data }
  const [issue] = result.error.issues
  throw new FaultTextError(
    `The fault ${name} takes ${Object.keys(fault.settings).join(', ')}: ${sentenceAt(issue?.path.map(String).join('.') ?? '', issue?.message ?? '')}`,
  )
}

/** One line for each fault, as the help of a command line has them, and what those of calls take. */
export const faultLines = (): readonly string[] => [
  ...faults.map(({ name }) => `  ${[name, settingNames(name)].filter(Boolean).join(':')}`),
  `Those that hit calls also take ${Object.keys(whichCalls).join('=, ')}=.`,
]

/** A fault's own settings as they are usually. */
const settingNames = (name: string): string => {
  const settings = faults.find((one) => one.name === name)?.settings ?? {}
  return Object.entries(settings)
    .filter(([key]) => !(key in whichCalls))
    .map(([key, { defaultValue }]) => `${key}=${String(defaultValue)}`)
    .join(',')
}
