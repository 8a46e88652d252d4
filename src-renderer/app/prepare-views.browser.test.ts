import { expect, it } from 'vitest'
import { watch } from 'vue'
import { prepareKeptViews, preparedView } from './prepare-views.ts'

it('prepares the history, which is kept, for one paint and no view besides', async () => {
  const seen: (string | undefined)[] = []
  const stop = watch(preparedView, (view) => seen.push(view?.id), { flush: 'sync' })
  await prepareKeptViews()
  stop()
  expect(seen).toEqual(['history', undefined])
})
