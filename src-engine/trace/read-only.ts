/** A type as an event has it: nothing in it can be changed. */
export type ReadOnly<T> = unknown extends T ? T : { readonly [K in keyof T]: ReadOnly<T[K]> }
