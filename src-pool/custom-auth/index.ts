import type { customChallenges } from '../configuration/configuration.ts'
import { sum } from './sum.ts'
import type { CustomAuthTriggers } from './triggers.ts'

/** Every custom challenge that comes with the practice pool, by its name in the configuration. */
export const builtInTriggers: Readonly<
  Record<(typeof customChallenges)[number], CustomAuthTriggers>
> = { sum }
