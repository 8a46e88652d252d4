import type { EvidenceStep } from './evidence.ts'

/** User-Agent of the last attempt of a call; empty where it was not captured. */
export const userAgent = ({ attempts }: Pick<EvidenceStep, 'attempts'>): string =>
  attempts.at(-1)?.requestHeaders.find(([name]) => name.toLowerCase() === 'user-agent')?.[1] ?? ''
