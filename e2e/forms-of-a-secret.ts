/** One form that a secret may have in a file, and the bytes to look for. */
interface Form {
  readonly name: string
  readonly bytes: Buffer
}

/** The shortest base64 text that is worth looking for: a shorter one occurs by chance. */
const minLength = 8

/**
 * A secret as it may be stored in plain text: as UTF-8 and UTF-16, escaped for JSON and for
 * addresses, in hex, and in base64 at each of the three places where it can begin.
 */
function formsOf(secret: string): readonly Form[] {
  const bytes = Buffer.from(secret)
  const forms: Form[] = [
    { name: 'UTF-8', bytes },
    { name: 'UTF-16', bytes: Buffer.from(secret, 'utf16le') },
    { name: 'JSON', bytes: Buffer.from(JSON.stringify(secret).slice(1, -1)) },
    { name: 'URL', bytes: Buffer.from(encodeURIComponent(secret)) },
    { name: 'hex', bytes: Buffer.from(bytes.toString('hex')) },
  ]
  for (const before of [0, 1, 2]) {
    // Letters at either end depend on what is around the secret, so they are left out.
    const letters = Buffer.concat([Buffer.alloc(before), bytes]).toString('base64url')
    const whole = letters.slice(before === 0 ? 0 : before + 1, (letters.length & ~3) - 4)
    if (whole.length < minLength) continue
    forms.push({ name: 'base64url', bytes: Buffer.from(whole) })
    const base64 = whole.replaceAll('-', '+').replaceAll('_', '/')
    if (base64 !== whole) forms.push({ name: 'base64', bytes: Buffer.from(base64) })
  }
  return forms
}

/** The forms in which a secret occurs in some bytes; digits only as a whole number. */
export function found(secret: string, within: Buffer): readonly string[] {
  if (/^\d+$/.test(secret)) {
    const alone = new RegExp(`(?<!\\d)${secret}(?!\\d)`)
    const texts = { 'UTF-8': within.toString('latin1'), 'UTF-16': within.toString('utf16le') }
    return Object.entries(texts)
      .filter(([, text]) => alone.test(text))
      .map(([name]) => name)
  }
  return formsOf(secret)
    .filter(({ bytes }) => within.includes(bytes))
    .map(({ name }) => name)
}
