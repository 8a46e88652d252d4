import { z } from 'zod/mini'
import type { ReadOnly } from './read-only.ts'

/** What ties a call of another program to the calls before it. */
export const link = z.enum([
  'session',
  'secret block',
  'refresh token',
  'access token',
  /** `origin_jti`: one for all tokens of a sign-in, refreshed ones included. */
  'token family',
  /** The same USERNAME and SRP_A: a request sent again, or an answer that repeats it. */
  'SRP_A',
  /** The only sign-in that it can continue: the values that would tie them were not captured. */
  'order',
  /** A further attempt of the same call. */
  'retry',
])
export type Link = z.output<typeof link>

const chainStart = z.discriminatedUnion('kind', [
  /** It begins a sign-in, or an account’s own story such as SignUp. */
  z.object({ kind: z.literal('whole') }),
  /** It carries a value that no answer in the recording gave. */
  z.object({ kind: z.literal('began before'), missing: link }),
  /** It carries nothing that would tie it to another call. */
  z.object({
    kind: z.literal('alone'),
    why: z.enum(['no link', 'not captured', 'ambiguous']),
  }),
])

/** How the first call of a trace relates to what came before it. */
export type ChainStart = ReadOnly<z.output<typeof chainStart>>

const originSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('performed') }),
  z.object({ kind: z.literal('watched'), start: chainStart }),
  z.object({
    kind: z.literal('imported'),
    start: chainStart,
    /** As its importer calls it: `HAR`, `AWS CLI debug log`. */
    format: z.string(),
    /** Name of the file, without its folder; empty for what was pasted. */
    file: z.string(),
    /** The program that wrote it, by its own word; empty where it says none. */
    tool: z.string(),
  }),
])

/** Where a trace comes from. A trace that does not say so was performed by Authscope. */
export type Origin = ReadOnly<z.output<typeof originSchema>>
export const origin: z.ZodMiniType<Origin> = originSchema
