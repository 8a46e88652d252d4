import type { z } from 'zod'
import type { Secret } from '#engine/secret/secret.ts'

/**
 * One call: what it takes and what it answers, both parsed at run time. Schemas are known by their
 * core alone: to compare each with the whole of `z.ZodType` takes the type checker seconds.
 */
export interface Route {
  readonly input: z.core.$ZodType
  readonly output: z.core.$ZodType
}

/** All calls by name. */
export type Routes = Readonly<Record<string, Route>>

/** `never` when a Secret hides anywhere inside T, so that a leaking output cannot be declared. */
export type Public<T> = T extends Secret
  ? never
  : T extends (...args: never[]) => unknown
    ? never
    : T extends readonly (infer U)[]
      ? [Public<U>] extends [never]
        ? never
        : T
      : T extends object
        ? true extends {
            [K in keyof T]-?: [T[K]] extends [never]
              ? false
              : [Public<T[K]>] extends [never]
                ? true
                : false
          }[keyof T]
          ? never
          : T
        : T

/** Declares a call. Does not compile when the output carries a {@link Secret}. */
export const route = <I extends z.core.$ZodType, O extends z.core.$ZodType>(definition: {
  input: I
  output: O & ([Public<z.output<O>>] extends [never] ? 'this output carries a Secret' : unknown)
}): { readonly input: I; readonly output: O } => definition

/** Declares an event that the main process sends. Does not compile when it carries a {@link Secret}. */
export const pushed = <O extends z.core.$ZodType>(
  schema: O & ([Public<z.output<O>>] extends [never] ? 'this event carries a Secret' : unknown),
): O => schema

/** What a handler receives: secret strings were wrapped in {@link Secret}s while parsing. */
export type Received<R extends Route> = z.output<R['input']>

/** What a handler answers. */
export type Reply<R extends Route> = z.output<R['output']>

/** One handler for each call, no more and no fewer. */
export type Handlers<S extends Routes> = {
  readonly [K in keyof S]: (input: Received<S[K]>) => Promise<Reply<S[K]>> | Reply<S[K]>
}

/** The calls as the renderer makes them; a call without input takes no second argument. */
export type Client<S extends Routes> = <K extends keyof S & string>(
  ...args: z.input<S[K]['input']> extends z.input<z.ZodVoid>
    ? [route: K]
    : [route: K, input: z.input<S[K]['input']>]
) => Promise<Reply<S[K]>>
