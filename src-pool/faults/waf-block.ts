import { exception } from '../refusals/refusal.ts'
import { fault, whichCalls } from './fault.ts'

const refusal = exception('ForbiddenException')('Request not allowed due to WAF block.', 'reported')

export const wafBlock = fault({
  name: 'waf-block',
  title: 'WAF block',
  imitates: 'An AWS WAF web ACL in front of the user pool, which blocks the request.',
  settings: whichCalls,
  act: () => ({ kind: 'refusal', status: 400, refusal }),
})
