import type { Secret } from '../secret/secret.ts'

/** Values by their key on the wire. */
export type WireValues = Readonly<Record<string, string | Secret>>
