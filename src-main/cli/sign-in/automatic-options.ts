import {
  automaticAnswers,
  forEachAutomatic,
  type AutomaticSwitches,
} from '#engine/catalogue/automatic-answers/index.ts'
import type { Arguments, Option } from '../command.ts'

const optionOf = (id: string): string => `no-auto-${id}`

/** A switch that turns off each automatic answer, and one for all of them. */
export const automaticOptions: Readonly<Record<string, Option>> = {
  'no-auto-answer': {
    help: 'Answer no challenge automatically, not even by SRP or TOTP.',
    formerly: 'by-hand',
  },
  ...Object.fromEntries(
    automaticAnswers.map(({ help, id }) => [optionOf(id), { help: `Turns this off: ${help}` }]),
  ),
}

/** Which automatic answers the command line leaves on. */
export const automaticFrom = (args: Arguments): AutomaticSwitches =>
  forEachAutomatic(({ id }) => !args.has('no-auto-answer') && !args.has(optionOf(id)))
