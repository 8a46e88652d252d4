import { isLoopbackHost } from '#engine/wire/loopback.ts'
import { isRegion, poolIdWithin, regionOf } from '#engine/wire/pool-id.ts'
import { proxyUrl } from './settings/proxy-url.ts'

export { poolIdWithin, regionOf }

const poolIdForm = /^[\w-]+_[0-9a-zA-Z]+$/
const uuid = /[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}/i

/**
 * Why a text is no user pool ID, in a sentence that says what to do; undefined when it is one, or
 * empty. Servers that imitate Cognito, at an endpoint of their own, need not name a region.
 */
export function validatePoolId(text: string, endpoint = ''): string | undefined {
  const within = poolIdWithin(text)
  if (/^arn:/i.test(text))
    return `This is an ARN. The user pool ID is its last part${within ? `: ${within}` : ', after “userpool/”'}.`
  if (/^https?:\/\//i.test(text))
    return within
      ? `This is a URL. The user pool ID in it is ${within}.`
      : 'This is a URL. A user pool ID looks like us-east-1_AbCdEf123.'
  if (/\s/.test(text)) return 'The user pool ID contains a space. Remove it.'
  if (text === '') return undefined
  if (text.includes(':') && uuid.test(text))
    return 'This is the ID of an identity pool. Sign-in needs the user pool ID, as in us-east-1_AbCdEf123.'
  if (/^[0-9a-z]{20,}$/.test(text))
    return 'This looks like an app client ID. A user pool ID begins with its region, as in us-east-1_AbCdEf123.'
  if (text.length > 55) return 'A user pool ID has at most 55 characters.'
  if (!poolIdForm.test(text))
    return 'A user pool ID is a region, an underscore, then letters and digits, as in us-east-1_AbCdEf123.'
  if (regionOf(text) === undefined && endpoint === '')
    return `“${text.split('_', 1)[0] ?? ''}”, before the underscore, is not the name of a region.`
  return undefined
}

/** Why a text is no app client ID; undefined when it is one. */
export function validateClientId(text: string): string | undefined {
  if (text === '') return undefined
  if (/\s/.test(text)) return 'The app client ID contains a space. Remove it.'
  if (/^arn:/i.test(text)) return 'This is an ARN. The app client ID is on the app client’s page.'
  if (regionOf(text) !== undefined)
    return 'This is a user pool ID. The app client ID has no region, as in 1example23456789.'
  if (uuid.test(text))
    return 'This is a UUID. An app client ID is 26 lowercase letters and digits without hyphens.'
  if (text.length > 128) return 'An app client ID has at most 128 characters.'
  if (!/^[\w+]+$/.test(text)) return 'An app client ID contains only letters, digits, _ and +.'
  return undefined
}

/** Why a text is no region, or not that of the user pool; undefined when it fits, or is empty. */
export function validateRegion(text: string, userPoolId = '', endpoint = ''): string | undefined {
  if (text === '') return undefined
  const valid = endpoint === '' ? isRegion(text) : /^[\w-]+$/.test(text)
  if (!valid) return 'A region looks like us-east-1 or eu-central-1.'
  const own = regionOf(userPoolId)
  if (own !== undefined && own !== text)
    return `According to its ID, the user pool is in ${own}, not in ${text}.`
  return undefined
}

/** Why a text is no endpoint to send to; undefined when it is one, or empty. */
export function validateEndpoint(text: string): string | undefined {
  if (text === '') return undefined
  if (/\s/.test(text)) return 'The address contains a space. Remove it.'
  const parts = /^(https?):\/\/([^/?#@]+)(\/[^?#]*)?$/i.exec(text)
  if (!parts)
    return /^https?:\/\//i.test(text)
      ? 'Remove the user name, query and fragment from the endpoint.'
      : 'An endpoint begins with https:// or http://, as in http://127.0.0.1:9229.'
  const [, , host = '', path = ''] = parts
  if (path.length > 1 && poolIdWithin(text))
    return 'This is the issuer of the tokens. Leave the endpoint empty for a pool at AWS.'
  if (/\.amazoncognito\.com$/i.test(host))
    return 'This is the managed login domain, not the API endpoint. Leave the endpoint empty.'
  if (!/^(\[[0-9a-f:.]+\]|[\w.-]+)(:\d{1,5})?$/i.test(host))
    return `“${host}” is not a host and a port.`
  return undefined
}

/** What to think of before sending to an endpoint that could be right; undefined when nothing. */
export const warningAboutEndpoint = (text: string): string | undefined =>
  /^http:\/\//i.test(text) && !isLoopbackHost(hostIn(text))
    ? 'Without TLS, passwords and tokens are sent in plain text.'
    : undefined

const hostIn = (url: string): string =>
  /^http:\/\/(\[[^\]]*\]|[^/:]*)(:\d+)?(\/|$)/i.exec(url)?.[1] ?? ''

/** Why a text is no proxy of a profile; undefined when it is one, `none`, or empty. */
export function validateProxy(text: string): string | undefined {
  if (/^[^/]*\/\/[^/@]*:[^/@]*@/.test(text))
    return 'Remove the password from the URL, and enter it below.'
  return text === 'none' ? undefined : proxyUrl.validate(text)
}
