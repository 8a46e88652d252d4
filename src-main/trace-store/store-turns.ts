/** Has something done after a while, once for all times that it is asked for until then. */
export function onceAfter(act: () => void, milliseconds: number): () => void {
  let timer: NodeJS.Timeout | undefined
  return () => {
    timer ??= setTimeout(() => {
      timer = undefined
      act()
    }, milliseconds).unref()
  }
}

/** What becomes of work in steps. */
interface Steps {
  readonly next: (step: () => Promise<void>) => void
  readonly done: (value: unknown) => void
  readonly failed: () => Promise<void>
}

/** Carries out work step by step, each after what has been asked meanwhile. */
export function performInSteps(
  begin: () => Generator<undefined, unknown> | undefined,
  { done, failed, next }: Steps,
): void {
  let steps: Generator<undefined, unknown> | undefined
  const step = async (): Promise<void> => {
    try {
      steps ??= begin()
      const result = steps?.next()
      if (!result) await failed()
      else if (result.done) done(result.value)
      else
        setImmediate(() => {
          next(step)
        })
    } catch {
      await failed()
    }
  }
  next(step)
}
