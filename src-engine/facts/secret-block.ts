import { isSecretBlock } from '../srp/password-claim.ts'
import { defineFact } from './define-fact.ts'
import { memberOf } from './known-call.ts'

/** The form of the SECRET_BLOCK that a proof was signed over and sent back. */
export const secretBlockFact = defineFact<{ form: 'base64' | 'a UUID' | 'another text' }>({
  name: 'secret-block',
  title: 'PASSWORD_CLAIM_SECRET_BLOCK',
  valueTitles: {
    form: 'form',
  },
  of: (call) => {
    const block = memberOf(call, 'PASSWORD_CLAIM_SECRET_BLOCK')
    if (block === undefined) return undefined
    if (/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(block)) return { form: 'a UUID' }
    return { form: isSecretBlock(block) ? 'base64' : 'another text' }
  },
})
