import type { Handlers, Routes } from '#contract/define.ts'
import {
  createRouter,
  stackWithoutMessage,
  unknownRoute,
  type Dispatch,
  type Log,
} from '#main/ipc/router.ts'
import { areas, type HandlerDependencies } from './areas.ts'
import { loadOnDemand } from './load-on-demand.ts'

/** Areas without which the window has nothing to show. */
const shownFirst: ReadonlySet<string> = new Set(['app', 'profile', 'storage', 'settings'])

/**
 * Performs the calls of the window. An area of the contract is loaded with its first call, but not
 * before the first paint, which loading would hold up.
 */
export function dispatchByArea(
  from: HandlerDependencies,
  { firstPaint, log }: { readonly firstPaint: Promise<void> | undefined; readonly log: Log },
): Dispatch {
  const routers = new Map(
    Object.entries(areas).map(([word, load]) => [
      word,
      loadOnDemand(async () => {
        if (!shownFirst.has(word)) await firstPaint
        const { handlers, routes }: { handlers: object; routes: Routes } = await load(from)
        return createRouter(routes, handlers as Handlers<Routes>, log)
      }),
    ]),
  )
  // The window will ask for these as soon as its page runs; until then there is time.
  for (const word of shownFirst)
    void routers
      .get(word)
      ?.get()
      .catch(() => undefined)
  return async (name, input) => {
    const router = typeof name === 'string' ? routers.get(areaOf(name)) : undefined
    if (!router) return unknownRoute
    try {
      return await (
        await router.get()
      )(name, input)
    } catch (error) {
      log(`a part of Authscope could not be loaded: ${stackWithoutMessage(error)}`)
      const message = 'A part of Authscope could not be loaded. The log says where.'
      return { ok: false, failure: { code: 'internal', message } }
    }
  }
}

/** The area of a call: of `run.start`, `run`. */
const areaOf = (name: string): string => name.split('.', 1)[0] ?? ''
