import { z } from 'zod/mini'

/**
 * One Lambda trigger of a user pool: when it runs, what its event has, and what its answer may do.
 * Source: the event types of `@types/aws-lambda` and the developer guide, "working with AWS Lambda
 * triggers".
 */
export interface Trigger<
  Name extends string = string,
  Source extends string = string,
  E = unknown,
> {
  /** As LambdaConfig and the messages of exceptions have it. */
  readonly name: Name
  /** When it runs and what it may change, for people. */
  readonly purpose: string
  /** Each triggerSource that the practice pool invokes it with. */
  readonly sources: readonly [Source, ...Source[]]
  /** What `request` has in addition to userAttributes, filled in for a trial. */
  readonly sampleRequest: Readonly<Record<string, unknown>>
  /** False where there is no user yet, and `request` so has no userAttributes. */
  readonly hasUser: boolean
  /** The members of `response` as the function finds them. */
  readonly emptyResponse: Readonly<Record<string, unknown>>
  /** Reads `response` as the function leaves it; what does not fit is no Lambda output. */
  readonly response: z.ZodMiniType<E>
  /** A short function that does something sensible with it. */
  readonly template: string
}

/** A trigger from its definition; there is a user unless it says otherwise. */
export const defineTrigger = <const Name extends string, const Source extends string, E>(
  definition: Omit<Trigger<Name, Source, E>, 'hasUser'> & { readonly hasUser?: false },
): Trigger<Name, Source, E> => ({ hasUser: true, ...definition })

/** A yes or no of a response; null and nothing are no. */
export const flag = z.pipe(
  z.nullish(z.boolean()),
  z.transform((value) => value ?? false),
)

/** A text of a response; null is none. */
export const optionalText = z.pipe(
  z.nullish(z.string()),
  z.transform((value) => value ?? undefined),
)

/** A map from text to text of a response; null is an empty one, a null value in it is wrong. */
export const texts = z.pipe(
  z.nullish(z.record(z.string(), z.string())),
  z.transform((value) => value ?? {}),
)

/** A list of strings of a response; null is an empty one. */
export const textList = z.pipe(
  z.nullish(z.array(z.string())),
  z.transform((value) => value ?? []),
)

/** The response of a trigger that can only let pass or throw. */
export const nothing = z.pipe(
  z.looseObject({}),
  z.transform(() => undefined),
)
