import type { Operation } from '../operations/operation.ts'
import type { JsonObject } from '../requests/members.ts'
import { kept, model, required } from '../requests/model.ts'
import type { Pool } from '../state/pool.ts'
import type { PracticeState } from '../state/practice-state.ts'
import { administrative, poolById } from './administrative-operation.ts'
import { checkTagCount } from './limits.ts'

const ofResource = { ResourceArn: required(model.arn) } as const
const tagsOf = ({ storedInput }: Pool) => (storedInput.UserPoolTags ?? {}) as JsonObject

/** The pool that an ARN names, in the region that the call is signed for. */
const poolOf = (state: PracticeState, arn: string): Pool =>
  poolById(state, arn.slice(arn.lastIndexOf('/') + 1))

function setTags(pool: Pool, tags: JsonObject): object {
  pool.storedInput = { ...pool.storedInput, UserPoolTags: tags }
  return {}
}

/** The tags of a pool, which it also has from CreateUserPool; set-up tools change them alone. */
export const tagOperations: readonly Operation[] = [
  administrative('ListTagsForResource', ofResource, (state, { ResourceArn }) => ({
    Tags: tagsOf(poolOf(state, ResourceArn)),
  })),

  administrative(
    'TagResource',
    { ...ofResource, Tags: required(kept(model.map)) },
    (state, { ResourceArn, Tags }) => {
      const pool = poolOf(state, ResourceArn)
      const tags = { ...tagsOf(pool), ...Tags }
      checkTagCount(tags)
      return setTags(pool, tags)
    },
  ),

  administrative(
    'UntagResource',
    {
      ...ofResource,
      TagKeys: required({ kind: 'list', of: { kind: 'text', min: 1, max: 128 } } as const),
    },
    (state, { ResourceArn, TagKeys }) => {
      const pool = poolOf(state, ResourceArn)
      const remaining = Object.entries(tagsOf(pool)).filter(([key]) => !TagKeys.includes(key))
      return setTags(pool, Object.fromEntries(remaining))
    },
  ),
]
