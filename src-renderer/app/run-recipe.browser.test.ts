import { expect, it } from 'vitest'
import { createPinia, setActivePinia } from 'pinia'
import { toasts } from '#renderer/design/toast.ts'
import { fakeBridge } from '../browser-tests/fake-bridge.ts'
import { runRecipe } from './run-recipe.ts'
import { useNavigation } from './navigation.ts'

const unmet = [{ part: 'USER_SRP_AUTH', what: 'outcome', expected: 'tokens', actual: 'cancelled' }]
const outcome = { name: 'Alice', runId: '0123456789abcdef', expectations: 1, unmet }

it('can be cancelled while it is performed, and says so instead of what was not as expected', async () => {
  setActivePinia(createPinia())
  let end: (() => void) | undefined
  const ended = new Promise<void>((settle) => (end = settle))
  const { calls, tell } = fakeBridge({
    'recipe.run': () => ended.then(() => ({ outcome })),
  })
  const performed = runRecipe(() => Promise.resolve())
  expect(toasts).toHaveLength(0)
  tell({ type: 'recipe.started' })
  const [notice] = toasts
  expect(notice).toMatchObject({ text: 'Running the recipe…', stays: true })
  notice?.action?.run()
  expect(calls.map(({ route }) => route)).toEqual(['recipe.run', 'recipe.cancel'])
  end?.()
  await performed
  expect(toasts.map(({ text }) => text)).toEqual(['Alice: cancelled. The run is in the history.'])
  expect(useNavigation().dialog).toBe('none')
})
