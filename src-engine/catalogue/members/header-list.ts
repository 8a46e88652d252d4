import { membersOf, open, personal, secret, type Member } from './member.ts'

/**
 * Headers that carry something which only the two ends should know, by what tools call them: a
 * log-in of a proxy or a custom endpoint, a cookie, a signature.
 */
const secretName =
  /^(?!access-control-|www-authenticate)(.*(authorization|cookie|token|secret|api-?key|password|credential).*)$/i

/** Headers by their names in lower case. */
export const headerList: ReadonlyMap<string, Member> = new Map([
  ...membersOf('forwarded x-forwarded-for x-real-ip true-client-ip via', personal('address')),
  ...membersOf('from', personal('email')),
  ...membersOf('referer origin x-amzn-errormessage', personal('text')),
  ...membersOf(
    `:authority :method :path :scheme :status accept accept-charset accept-encoding accept-language
    accept-ranges access-control-allow-credentials access-control-allow-headers
    access-control-allow-methods access-control-allow-origin access-control-expose-headers
    access-control-max-age access-control-request-headers access-control-request-method age
    alt-svc amz-sdk-invocation-id amz-sdk-request cache-control connection content-encoding
    content-language content-length content-security-policy content-type cross-origin-embedder-policy
    cross-origin-opener-policy cross-origin-resource-policy date dnt etag expect expires host
    keep-alive last-modified nel pragma priority proxy-connection referrer-policy report-to
    retry-after sec-ch-ua sec-ch-ua-mobile sec-ch-ua-platform sec-fetch-dest sec-fetch-mode
    sec-fetch-site sec-fetch-user server server-timing strict-transport-security te timing-allow-origin
    transfer-encoding upgrade upgrade-insecure-requests user-agent vary www-authenticate
    x-amz-cf-id x-amz-cf-pop x-amz-content-sha256 x-amz-date x-amz-target x-amz-user-agent
    x-amzn-errortype x-amzn-remapped-content-length x-amzn-requestid x-amzn-trace-id x-cache
    x-content-type-options x-frame-options x-powered-by x-requested-with x-xss-protection`,
    open,
  ),
])

/** How a header of this name is handled; one that is not in the list may say anything. */
export const headerMember = (name: string): Member =>
  secretName.test(name)
    ? secret('header')
    : (headerList.get(name.toLowerCase()) ?? personal('value'))
