import { shallowRef } from 'vue'
import { painted } from '#renderer/bridge/painted.ts'
import { atRest } from './later.ts'
import { views, type View } from './views/index.ts'

/** The view that is being prepared, if one is: laid out, and neither seen nor within reach. */
export const preparedView = shallowRef<View>()

/**
 * Lays out each view that is kept when the page has nothing else to do, so that the first look at it
 * takes less time.
 */
export async function prepareKeptViews(): Promise<void> {
  for (const view of views.filter(({ isKept }: View) => isKept)) {
    await atRest()
    preparedView.value = view
    await painted()
    preparedView.value = undefined
  }
}
