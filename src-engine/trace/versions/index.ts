import type { z } from 'zod/mini'
import { toVersion2, traceOfVersion1 } from './version-1.ts'
import { toVersion3, traceOfVersion2 } from './version-2.ts'

/** A version of before: its frozen shape, and the step to the next version. */
export interface EarlierVersion {
  readonly shape: z.core.$ZodType
  /** Takes what has passed the shape. */
  readonly upgrade: (trace: unknown) => unknown
}

function earlier<T>(shape: z.core.$ZodType<T>, upgrade: (trace: T) => unknown): EarlierVersion {
  return { shape, upgrade: (trace) => upgrade(trace as T) }
}

/** Every version of before, the first one first. */
export const earlierVersions: readonly EarlierVersion[] = [
  earlier(traceOfVersion1, toVersion2),
  earlier(traceOfVersion2, toVersion3),
]
