import { expect, test } from 'vitest'
import { useSecretInputs } from './secret-inputs.ts'

test('a form knows that a secret is typed, and keeps nothing of it', () => {
  const inputs = useSecretInputs()
  let text = 'canary-password'
  const clear = (): void => {
    text = ''
  }
  inputs.register('PASSWORD', { read: () => text, clear })
  inputs.setFilled('PASSWORD', true)
  expect(inputs.filled.value).toEqual(['PASSWORD'])
  expect(JSON.stringify({ ...inputs, filled: inputs.filled.value })).not.toContain('canary')
  expect(inputs.read()).toEqual({ PASSWORD: 'canary-password' })
  inputs.clear()
  expect(inputs.read()).toEqual({})
  expect(inputs.filled.value).toEqual([])
})

test('an input that was removed is neither read nor counted as filled', () => {
  const inputs = useSecretInputs()
  const unregister = inputs.register('Session', { read: () => 'left over', clear: () => undefined })
  inputs.setFilled('Session', true)
  unregister()
  expect(inputs.read()).toEqual({})
  expect(inputs.filled.value).toEqual([])
})

test('the newer input of a key stays when the older one is taken away', () => {
  const inputs = useSecretInputs()
  const leaveOlder = inputs.register('REFRESH_TOKEN', { read: () => '', clear: () => undefined })
  inputs.register('REFRESH_TOKEN', { read: () => 'typed', clear: () => undefined })
  inputs.setFilled('REFRESH_TOKEN', true)
  leaveOlder()
  expect(inputs.read()).toEqual({ REFRESH_TOKEN: 'typed' })
  expect(inputs.filled.value).toEqual(['REFRESH_TOKEN'])
})
