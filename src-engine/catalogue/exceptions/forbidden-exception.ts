import { defineException } from '../define-exception.ts'

export const forbiddenException = defineException({
  name: 'ForbiddenException',
  title: 'Refused by the web application firewall',
  operations: ['InitiateAuth', 'RespondToAuthChallenge'],
  meaning: 'AWS WAF blocked the call before Cognito checked the sign-in.',
  causes: [
    {
      cause: 'A rule of the web ACL that protects the pool matches this call.',
      remedy: 'Check the sampled requests of the web ACL (aws wafv2 get-sampled-requests).',
    },
  ],
  session: 'lost',
  retry: 'later',
  certainty: 'confirmed',
  rules: ['AS1904'],
  texts: [
    {
      messagePattern: 'request not allowed due to waf block',
      title: 'Blocked by the firewall',
      meaning: 'A rule of the web ACL that protects the pool blocks this call.',
      causes: [
        {
          cause: 'A rate rule counted too many calls from this address.',
          remedy: 'Wait for the rule’s window (5 minutes by default), or raise its limit.',
        },
        {
          cause: 'A rule blocks this country, address or header.',
          remedy:
            'aws wafv2 get-sampled-requests shows which rule; an allow rule before it lets you through.',
        },
      ],
      rules: ['AS1904'],
      certainty: 'reported',
    },
    {
      messagePattern: 'request not allowed due to waf captcha',
      title: 'The firewall requires a captcha',
      meaning: 'A rule of the web ACL answers with a captcha, which an API call cannot solve.',
      causes: [
        {
          cause: 'The captcha action applies to the API and not only to managed login.',
          remedy:
            'Scope the rule to the login pages, or use the challenge token of the WAF JavaScript integration.',
        },
      ],
      rules: ['AS1904'],
      certainty: 'confirmed',
    },
  ],
})
