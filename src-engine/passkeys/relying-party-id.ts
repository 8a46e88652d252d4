/** A label of a domain name. */
const label = /^(?!-)[a-z0-9-]{1,63}(?<!-)$/

/**
 * Why a text is no relying party ID, in a sentence that says what to do; undefined when it looks
 * right. Whether it is a public suffix, only a list can say. (API model of
 * WebAuthnConfigurationType; Web Authentication, section 5.1.2.)
 */
export function validateRelyingPartyId(text: string): string | undefined {
  if (text === '') return 'The relying party ID is empty. Set it in the pool’s passkey settings.'
  if (/^[a-z][a-z0-9+.-]*:\/\//i.test(text))
    return `“${text}” is an address. A relying party ID is its host alone, without scheme and path.`
  if (/:\d+$/.test(text)) return `“${text}” has a port. A relying party ID is a host alone.`
  if (text.length > 127) return 'A relying party ID has at most 127 characters at Cognito.'
  if (text === 'localhost') return undefined
  if (/^[\d.]+$/.test(text) || text.includes('[') || text.includes(':'))
    return `“${text}” is an IP address. A relying party ID is a domain name.`
  if (text !== text.toLowerCase())
    return `“${text}” has uppercase letters. Browsers compare it in lowercase: write it in lowercase in the pool.`
  if (!text.split('.').every((part) => label.test(part)))
    return `“${text}” is not a domain name, which has only letters, digits, hyphens and dots, as in auth.example.com.`
  if (!text.includes('.'))
    return `“${text}” has no dot. A relying party ID is a domain of yours, as in auth.example.com.`
  return undefined
}

/** What is said of a relying party ID that anybody can have a name under. */
export const validatePublicSuffix = (text: string): string =>
  `“${text}” is a public suffix, under which anybody can register a name. Cognito rejects those: use a domain of your own below it.`
