import { administrationRefusals } from '../refusals/administration.ts'
import { refuse } from '../refusals/refusal.ts'
import type { Pool } from '../state/pool.ts'
import type { PracticeState } from '../state/practice-state.ts'

/** How much the practice pool contains; Cognito's own quotas are a thousand pools and clients. */
const maxPools = 1000
const maxClients = 1000

/** Cognito's own limits of a user pool. */
const maxTags = 50
const maxCustomAttributes = 50

/** @throws Refusal LimitExceededException */
export function checkPoolCount({ pools }: PracticeState): void {
  if (pools.length >= maxPools) refuse(administrationRefusals.tooMany('user pools', maxPools))
}

/** @throws Refusal LimitExceededException */
export function checkClientCount({ clients }: Pool): void {
  if (clients.length >= maxClients)
    refuse(administrationRefusals.tooMany('user pool clients', maxClients))
}

/** @throws Refusal InvalidParameterException */
export function checkTagCount(tags: object): void {
  if (Object.keys(tags).length > maxTags)
    refuse(administrationRefusals.tooManyInPool('tags', maxTags))
}

/** @throws Refusal InvalidParameterException */
export function checkCustomAttributeCount(names: readonly string[]): void {
  if (names.filter((name) => name.includes('custom:')).length > maxCustomAttributes)
    refuse(administrationRefusals.tooManyInPool('custom attributes', maxCustomAttributes))
}
