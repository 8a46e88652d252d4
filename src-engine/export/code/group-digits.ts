import { N } from '../../srp/group.ts'

/** The prime of the SRP group in hexadecimal, in lines that fit into code. */
export const groupDigits: readonly string[] = N.toString(16).match(/.{1,96}/g) ?? []
