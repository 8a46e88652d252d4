import { isPublicSomewhere, secretMembers } from '../catalogue/members/member-list.ts'
import { inPattern } from '../secret/in-pattern.ts'
import { reveal, type Secret } from '../secret/secret.ts'
import { markPattern } from '../trace/mark-registry.ts'
import { encodedForms, formsButForSigns } from './encoded-forms.ts'
import { longRuns } from './long-runs.ts'
import { looksRandom, replaceTokens, tokenStart } from './random-text.ts'
import { isAlikeInLayers, textLayers, type TextLayer } from './text-layers.ts'
import { pieceNumbers, piecesOf } from './text-pieces.ts'

/** Something in a finished file that must not leave; it never contains the value. */
export interface Leak {
  readonly code: 'known secret' | 'secret member' | 'token' | 'random text'
  /** Where in the file, in characters from its start. */
  readonly at: number
  readonly message: string
}

/** Shorter secrets would be found everywhere, and protect nothing. */
const minSecretLength = 4

/** A password such as “password” cannot be told from the file's own words. */
const ownWords =
  /^(access|answer|body|challenge|client|code|device|header|key|password|private|refresh|secret|session|signature|text|token|user|username|wrong)$/i

/**
 * The last look at a redacted file before it is written: finds each known secret in any encoding
 * of {@link encodedForms} behind any of {@link textLayers}, the value of a secret member that is no
 * mark, and what looks like an undeclared token or secret. One leak is enough to refuse the export.
 */
export function scanForLeaks(text: string, values: readonly Secret[]): readonly Leak[] {
  // Marks are the redaction; spaces of the same length keep the positions.
  const open = text.replace(markPattern, (mark) => ' '.repeat(mark.length))
  let undone: readonly TextLayer[] | undefined
  const layers = () => (undone ??= textLayers(open))
  const isAlike = isAlikeInLayers(open)
  const mayContain = piecesOf(isAlike ? [open] : layers().map((layer) => layer.text))
  return [
    ...values.flatMap((secret) => knownSecret(secret, layers, mayContain)),
    ...(isAlike && !hiddenMemberPattern.test(open) ? [] : secretMember(layers())),
    ...strangers(open),
  ]
}

function knownSecret(
  secret: Secret,
  layers: () => readonly TextLayer[],
  mayContain: ReturnType<typeof piecesOf>,
): readonly Leak[] {
  // Where no form of a part of it is, no form of all of it is.
  if (!partsOf(secret).some(mayContain)) return []
  const value = soughtOf(reveal(secret))
  if (value.length < minSecretLength || ownWords.test(value)) return []
  const every = [...encodedForms(value)]
  const forms = every.filter(mayContain)
  const withoutWhitespace =
    value.length < 8 ? [] : every.map((form) => form.replace(/\s/g, '')).filter(mayContain)
  if (forms.length + withoutWhitespace.length === 0) return []
  for (const [depth, { isWithoutWhitespace, origin, text }] of layers().entries())
    for (const form of isWithoutWhitespace ? withoutWhitespace : forms) {
      const found = form === value ? positionOf(text, form) : text.indexOf(form)
      if (found < 0) continue
      const at = origin(found)
      const how = form === value && depth === 0 ? 'in plain text' : 'in another encoding'
      const message = `${named(secret.kind)} is ${how} at character ${String(at)}.`
      return [{ code: 'known secret', at, message }]
    }
  return []
}

/** A kind of secret with its article: “An SRP key”. */
const named = (kind: Secret['kind']): string =>
  `${/^(srp|[aio])/.test(kind) ? 'An' : 'A'} ${kind.replace(/^srp|\b(totp|uri|id)\b/g, (word) => word.toUpperCase())}`

/** Of a longer value its middle is sought, which is in no file without the value. */
const maxSearchLength = 200

/** A part that is in no file by chance. */
const partLength = 12

/** What many runs signed in with is sought in the file of each of them. */
const knownParts = new WeakMap<Secret, readonly Uint16Array[]>()

/** The pieces of a part of a secret, in each form. */
function partsOf(secret: Secret): readonly Uint16Array[] {
  const known = knownParts.get(secret)
  if (known) return known
  const part = middleOf(soughtOf(reveal(secret)), partLength)
  const parts = [...formsButForSigns(part)].map((form) => pieceNumbers(form))
  knownParts.set(secret, parts)
  return parts
}

const soughtOf = (value: string): string => middleOf(value, maxSearchLength)

function middleOf(value: string, length: number): string {
  if (value.length <= length) return value
  const from = Math.floor((value.length - length) / 2)
  // Half a surrogate pair has no encoding of its own.
  return value.slice(from, from + length).replace(/^[\udc00-\udfff]|[\ud800-\udbff]$/g, '')
}

/** Short words and numbers count only as whole words; a duration is not a code. */
function positionOf(text: string, value: string): number {
  if (!text.includes(value)) return -1
  if (/^\d+$/.test(value)) return text.search(new RegExp(`(?<![\\d.])${value}(?!\\d|\\.\\d)`))
  if (value.length < 8 && /^\w+$/.test(value)) return text.search(new RegExp(`\\b${value}\\b`))
  return text.indexOf(value)
}

const memberNames = [...secretMembers.keys()].map(inPattern).join('|')

/** A secret member with a value that is neither a mark nor a variable of generated code. */
const memberPattern = new RegExp(`"(${memberNames})"\\s*:\\s*"(?![\\s$<{%"])([^"]{4,})"`, 'g')

/** The same behind the backslashes of JSON in JSON, whatever follows in the value. */
const hiddenMemberPattern = new RegExp(
  `"(?:${memberNames})\\\\*"\\s*:\\s*\\\\*"(?![\\s$<{%]|\\\\{0,3}")`,
)

const secretMember = (layers: readonly TextLayer[]): readonly Leak[] =>
  layers.slice(0, 4).flatMap(membersInPlainText).slice(0, 1)

function membersInPlainText({ origin, text }: TextLayer): readonly Leak[] {
  for (const { index, 1: name = '', 2: value = '' } of text.matchAll(memberPattern)) {
    if (/^[A-Z_]+$/.test(value) || isPublicSomewhere(name, value)) continue
    const at = origin(index)
    const message = `${name} is in plain text at character ${String(at)}.`
    return [{ code: 'secret member', at, message }]
  }
  return []
}

/** Longer than a key ID or a hash (44), shorter than any session, secret block or token. */
const minRandomLength = 60
const randomPattern = new RegExp(`[\\w+/-]{${String(minRandomLength)},}`, 'g')

/** Shorter than any token. */
const minTokenLength = 20

/** Whole tokens first, then what is left of the text. */
function strangers(text: string): readonly Leak[] {
  const tokens: Leak[] = []
  const random: Leak[] = []
  for (const { at: start, run } of longRuns(text, minTokenLength)) {
    if (run.length < minRandomLength && !run.includes(tokenStart)) continue
    const withoutTokens = replaceTokens(run, (token, from) => {
      const at = start + from
      tokens.push({ code: 'token', at, message: `A whole token is at character ${String(at)}.` })
      return ' '.repeat(token.length)
    })
    for (const { 0: found, index: from } of withoutTokens.matchAll(randomPattern)) {
      if (!looksRandom(found)) continue
      const at = start + from
      const message = `An undeclared long random string is at character ${String(at)}.`
      random.push({ code: 'random text', at, message })
    }
  }
  return [...tokens, ...random]
}
