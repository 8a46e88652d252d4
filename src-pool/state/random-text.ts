import type { Ports } from './ports.ts'

const alphabet = 'abcdefghijklmnopqrstuvwxyz0123456789'

/** A random text of lowercase letters and digits, as ids and secrets at Cognito are. */
export const randomText = ({ randomBytes }: Ports, length: number): string =>
  Array.from(randomBytes(length), (byte) => alphabet.charAt(byte % alphabet.length)).join('')
