import { refusals } from '../refusals/catalogue.ts'
import { refuse } from '../refusals/refusal.ts'
import { brokenBy } from './members.ts'
import { model } from './model.ts'
import type { Parameters } from './parameters.ts'

/**
 * Refuses a USERNAME that no user can have. The service model constrains no value of the map; that
 * the service constrains this one as it does the member `Username` is assumed.
 */
export function checkUsername({ USERNAME }: Parameters): void {
  if (USERNAME === undefined) return
  const failures = brokenBy({ Username: model.username }, { Username: USERNAME })
  if (failures.length > 0) refuse(refusals.constraints(failures, 'assumed'))
}
