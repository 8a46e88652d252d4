import { defineDeviation } from '../deviation.ts'

export const kThree = defineDeviation({
  id: 'k-three',
  title: 'k is 3, as in SRP-6',
  rule: 'k = SHA-256(00 N, g)',
  changes: { k: 3n },
})
