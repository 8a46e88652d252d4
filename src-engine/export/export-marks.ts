import { hmac } from '@noble/hashes/hmac.js'
import { sha256 } from '@noble/hashes/sha2.js'
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js'
import type { PersonalKind } from '../catalogue/members/member.ts'
import { maskedHost, splitAtMarks } from '../trace/mark-text.ts'
import type { Redaction } from './redaction-profile.ts'

/** Kinds that tell one user from another. */
const identifying: ReadonlySet<PersonalKind> = new Set(['user', 'sub', 'email', 'phone'])

/** The marks of one export, of one sign-in or of many: the same value has the same mark in all. */
export class ExportMarks {
  readonly #salted: ReturnType<typeof hmac.create>
  readonly #users: Redaction['users']
  readonly #marks = new Map<string, string>()
  readonly #taken = new Set<string>()

  /** @param salt random bytes, new for each export and never stored with it */
  constructor(salt: Uint8Array, users: Redaction['users']) {
    this.#salted = hmac.create(sha256, salt)
    this.#users = users
  }

  /** The mark of one value, whole. What is empty or a mark already stays. */
  of(value: string, kind: PersonalKind): string {
    if (value === '' || splitAtMarks(value).every(({ mark }) => mark)) return value
    if (this.#users === 'kept' && kind === 'user') return value
    if (this.#users === 'removed' && identifying.has(kind)) return `‹${kind} 0000›`
    const known = this.#marks.get(value)
    if (known !== undefined) return known
    const digest = bytesToHex(this.#salted.clone().update(utf8ToBytes(value)).digest())
    let mark = ''
    for (let length = 4; mark === '' || this.#taken.has(mark); length += 2)
      mark = written(kind, digest.slice(0, length))
    this.#marks.set(value, mark)
    this.#taken.add(mark)
    return mark
  }
}

const written = (kind: PersonalKind, digest: string): string =>
  kind === 'host' ? maskedHost(digest) : `‹${kind} ${digest}›`
