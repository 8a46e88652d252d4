import { expect, it } from 'vitest'
import { loadOnDemand } from './load-on-demand.ts'

it('a part is loaded once, with its first use', async () => {
  let loads = 0
  const part = loadOnDemand(() => Promise.resolve((loads += 1)))
  expect(part.present()).toBeUndefined()
  expect(await Promise.all([part.get(), part.get()])).toEqual([1, 1])
  expect(await part.present()).toBe(1)
})

it('a load that failed is tried again', async () => {
  let loads = 0
  const part = loadOnDemand(() => {
    loads += 1
    return loads === 1 ? Promise.reject(new Error('no')) : Promise.resolve(loads)
  })
  await expect(part.get()).rejects.toThrow('no')
  expect(part.present()).toBeUndefined()
  expect(await part.get()).toBe(2)
})
