import { defineAsyncComponent, shallowRef, type Component } from 'vue'

type Load<C extends Component> = () => Promise<C | { readonly default: C }>

const waiting: Load<Component>[] = []

/** A component that the first paint does without: loaded with its first use, or when all is at rest. */
export function later<C extends Component>(load: Load<C>): C {
  waiting.push(load)
  return defineAsyncComponent(load as () => Promise<C>)
}

/** Once the page has nothing else to do. */
export const atRest = (): Promise<void> =>
  new Promise((resolve) => {
    requestIdleCallback(() => {
      resolve()
    })
  })

/** Whether all of them are loaded. */
export const isAllLoaded = shallowRef(false)

/** Loads them one after another, whenever the page has nothing else to do. */
export async function loadTheRest(): Promise<void> {
  for (const load of waiting.splice(0)) {
    await atRest()
    // What cannot be loaded says so where it is used.
    await load().catch(() => undefined)
  }
  isAllLoaded.value = true
}
