import { advise } from '../next-moves.ts'
import { textRule } from '../text-rule.ts'

export const wafBlock = textRule({
  code: 'AS1904',
  slug: 'limit/waf',
  title: 'A web application firewall refused the request',
  meaning:
    'A rule of the web ACL that protects the pool matches this call: a rate, a country, an address, a header.',
  fix: 'Check the sampled requests of the web ACL; an allow rule before it lets a test through.',
  sources: ['Developer guide, “AWS WAF web ACLs”'],
  next: () => [advise('aws wafv2 get-sampled-requests shows which rule it was.')],
})
