import { exceptions } from '../catalogue/exceptions/index.ts'

/**
 * What a refused challenge answer leaves: a session that takes another answer, or nothing. A wrong
 * code keeps the session on the real service; a NotAuthorizedException ends it, and so does what
 * the catalogue does not know.
 */
export const afterRefusal = (refusal: { readonly error: string }): 'answer again' | 'start over' =>
  exceptions.get(refusal.error)?.session === 'kept' ? 'answer again' : 'start over'
