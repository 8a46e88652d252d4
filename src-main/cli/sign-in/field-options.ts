import { flows } from '#engine/catalogue/flows/index.ts'
import type { Field } from '#engine/catalogue/field.ts'
import type { Option } from '../command.ts'
import { fieldHelp } from '../field-help.ts'

/** Every field of every flow once, as the first flow has it. */
export const flowFields: readonly Field[] = [...flows.values()]
  .flatMap(({ fields }) => fields)
  .filter((field, at, all) => all.findIndex(({ name }) => name === field.name) === at)

/** The option that a field is given by: `--username U`, but `--password-env VAR`. */
export const optionOf = ({ name, sensitivity }: Field): string =>
  `${name.toLowerCase().replaceAll('_', '-')}${sensitivity === 'secret' ? '-env' : ''}`

/** An option for each field of each flow; secret ones name an environment variable. */
export const fieldOptions = (): Readonly<Record<string, Option>> =>
  Object.fromEntries(
    flowFields.map((field) => [
      optionOf(field),
      field.sensitivity === 'secret'
        ? { value: 'VAR', help: `Variable that holds the ${field.label.toLowerCase()}.` }
        : { value: field.name.slice(0, 1), help: fieldHelp(field) },
    ]),
  )
