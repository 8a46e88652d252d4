import type { Page } from '@playwright/test'

/** What a call over the bridge answered, as the main process sent it. */
export interface RawAnswer {
  readonly ok: boolean
  readonly value?: unknown
  readonly failure?: { readonly code: string; readonly message: string; readonly detail?: unknown }
}

/** Calls the main process as a script in the page could, past everything that the window checks. */
export const callRaw = (page: Page, route: unknown, input?: unknown): Promise<RawAnswer> =>
  page.evaluate(
    ([name, inputs]) => {
      const bridge = Reflect.get(window, 'authscope') as {
        call: (route: unknown, input: unknown) => Promise<RawAnswer>
      }
      return bridge.call(name, inputs)
    },
    [route, input] as const,
  )
