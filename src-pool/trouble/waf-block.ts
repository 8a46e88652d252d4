import { exception } from '../refusals/refusal.ts'
import { trouble, whichCalls } from './trouble.ts'

const refusal = exception('ForbiddenException')('Request not allowed due to WAF block.', 'reported')

export const wafBlock = trouble({
  name: 'waf-block',
  title: 'WAF block',
  imitates: 'A web ACL of AWS WAF before the user pool that blocks the request.',
  settings: whichCalls,
  act: () => ({ kind: 'refusal', status: 400, refusal }),
})
