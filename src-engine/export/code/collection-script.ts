import { N } from '../../srp/group.ts'
import type { ChainPlan, PlannedCall } from './chain-plan.ts'
import { writeValue, type CodeSyntax } from './code-writer.ts'

/** How scripts of an API client reach its variables. */
export interface CollectionVariables {
  readonly get: (name: string) => string
  readonly set: (name: string, value: string) => string
  /** Text of the answer, in the script after a request. */
  readonly answer: string
}

const text = (value: unknown) => JSON.stringify(value)

/** Lines of the script before a request: they set the variable `body` to its JSON. */
export function beforeRequest(
  plan: ChainPlan,
  { input, proofOf }: PlannedCall,
  variables: CollectionVariables,
): readonly string[] {
  const { get, set } = variables
  const answerOf = (step: number) => `JSON.parse(${get(`answer_${String(step)}`)})`
  const syntax: CodeSyntax = {
    literal: text,
    environment: get,
    answer: (step, path) => `${answerOf(step)}${path.map((name) => `[${text(name)}]`).join('')}`,
    secretHash: (over) => `secretHash(${over})`,
    totpCode: 'totpCode()',
    srp: { A: 'srpA()', signature: 'proof.signature', timestamp: 'proof.timestamp' },
    key: (name) => `${text(name)}: `,
  }
  const written = writeValue(input, syntax, '  ')
  const needs = (call: string) => written.includes(`${call}(`)
  return [
    ...(needs('secretHash') ? secretHash(plan, variables) : []),
    ...(needs('totpCode') ? totpCode(variables) : []),
    ...(needs('srpA') || proofOf !== undefined ? srp(variables) : []),
    ...(needs('srpA') ? srpA(variables) : []),
    ...(proofOf === undefined
      ? []
      : [
          ...srpProof(plan, variables),
          `const proof = srpProof(${answerOf(proofOf)}.ChallengeParameters)`,
        ]),
    // Both clients would take two braces, also in the value of a variable, for the name of one.
    set('body', `JSON.stringify(${written}).replaceAll('{{', '{\\\\u007b')`),
  ]
}

/** Lines of the script after a request: they keep its answer for those that follow. */
export const afterRequest = (
  { step }: PlannedCall,
  { answer, set }: CollectionVariables,
): readonly string[] => [set(`answer_${String(step)}`, answer)]

const secretHash = ({ target }: ChainPlan, { get }: CollectionVariables) => [
  'const secretHash = (name) =>',
  `  CryptoJS.HmacSHA256(name + ${text(target.clientId)}, ${get('COGNITO_CLIENT_SECRET')}).toString(CryptoJS.enc.Base64)`,
]

const totpCode = ({ get }: CollectionVariables) => [
  'function totpCode() {',
  `  const bits = [...${get('COGNITO_TOTP_SECRET')}.replace(/[\\s=]/g, '').toUpperCase()]`,
  `    .map((letter) => 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'.indexOf(letter).toString(2).padStart(5, '0'))`,
  `    .join('')`,
  `  const key = bits.match(/.{8}/g).map((byte) => parseInt(byte, 2).toString(16).padStart(2, '0')).join('')`,
  `  const step = Math.floor(Date.now() / 30000).toString(16).padStart(16, '0')`,
  '  const digest = CryptoJS.HmacSHA1(CryptoJS.enc.Hex.parse(step), CryptoJS.enc.Hex.parse(key)).toString()',
  '  const at = parseInt(digest.at(-1), 16) * 2',
  `  return String((parseInt(digest.slice(at, at + 8), 16) & 0x7fffffff) % 1000000).padStart(6, '0')`,
  '}',
]

const srp = ({ get }: CollectionVariables) => [
  `const N = BigInt('0x${N.toString(16)}')`,
  // Bruno reads scripts with a parser that does not know literals such as 1n.
  'const [zero, one, two] = [0, 1, 2].map(BigInt)',
  'function power(base, exponent) {',
  '  let result = one',
  '  for (let b = ((base % N) + N) % N, e = exponent; e > zero; e >>= one, b = (b * b) % N)',
  '    if ((e & one) === one) result = (result * b) % N',
  '  return result',
  '}',
  '// A leading zero byte where the first bit is set, as in two’s complement.',
  'function padded(number) {',
  '  const digits = number.toString(16)',
  `  const even = digits.length % 2 ? '0' + digits : digits`,
  `  return parseInt(even[0], 16) > 7 ? '00' + even : even`,
  '}',
  `const privateValue = () => BigInt('0x' + ${get('srp_private')})`,
]

const srpA = ({ set }: CollectionVariables) => [
  'function srpA() {',
  `  ${set('srp_private', 'CryptoJS.lib.WordArray.random(128).toString()')}`,
  '  return power(two, privateValue()).toString(16)',
  '}',
]

const srpProof = ({ target, userPoolId }: ChainPlan, { get }: CollectionVariables) => [
  'function srpProof(parameters) {',
  '  const { Hex, Utf8, Base64 } = CryptoJS.enc',
  '  const sha256 = (...parts) => CryptoJS.SHA256(Hex.parse(parts.join(""))).toString()',
  '  const hmac = (key, data) => CryptoJS.HmacSHA256(Hex.parse(data), Hex.parse(key)).toString()',
  '  const utf8 = (value) => Utf8.parse(value).toString()',
  `  const name = ${
    userPoolId.from === 'environment'
      ? `${get(userPoolId.name)}.split('_')[1]`
      : text(target.userPoolId.split('_')[1] ?? '')
  } + parameters.USER_ID_FOR_SRP`,
  '  const [a, b] = [privateValue(), BigInt("0x" + parameters.SRP_B)]',
  '  const u = BigInt("0x" + sha256(padded(power(two, a)), padded(b)))',
  `  const inner = sha256(utf8(name + ':' + ${get('COGNITO_PASSWORD')}))`,
  '  const x = BigInt("0x" + sha256(padded(BigInt("0x" + parameters.SALT)), inner))',
  '  const k = BigInt("0x" + sha256(padded(N), "02"))',
  '  const s = power(b - k * power(two, x), a + u * x)',
  `  const key = hmac(hmac(padded(u), padded(s)), utf8('Caldera Derived Key') + '01').slice(0, 32)`,
  '  const [, day, date, month, year, time] = /^(\\w+), (\\d+) (\\w+) (\\d+) ([\\d:]+)/.exec(new Date().toUTCString())',
  '  const timestamp = `${day} ${month} ${Number(date)} ${time} UTC ${year}`',
  '  const message = utf8(name) + Base64.parse(parameters.SECRET_BLOCK).toString(Hex) + utf8(timestamp)',
  '  return { timestamp, signature: Hex.parse(hmac(key, message)).toString(Base64) }',
  '}',
]
