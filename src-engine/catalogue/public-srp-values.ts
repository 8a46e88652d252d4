import type { ShownValue } from '../secret/shown-value.ts'

/**
 * The values of an SRP exchange that are no secrets, though some are as long as those that are. The
 * group is not among them: that of a device is a secret.
 */
export const publicSrpValues = ['N', 'g', 'A', 'name', 'salt', 'B', 'u', 'TIMESTAMP'] as const

/** One of them, for display; a value that is not on the list has to be a secret. */
export const publicSrpValue = (
  name: (typeof publicSrpValues)[number],
  value: string,
  note: string,
): ShownValue => ({ name, value, note })
