import { expect, it } from 'vitest'
import { page } from 'vitest/browser'
import { h } from 'vue'
import { expectAccessible, mount } from '../../browser-tests/mount.ts'
import { sampleStep } from '../../browser-tests/sample-run.ts'
import HeadersTab from './HeadersTab.vue'

it('lists the headers of both directions in their order', async () => {
  const [attempt] = sampleStep(1).attempts
  if (!attempt) throw new Error('no attempt')
  mount(() => h(HeadersTab, { attempt }))
  await expect.element(page.getByText('Request headers')).toBeVisible()
  await expect.element(page.getByText('x-amzn-RequestId')).toBeVisible()
  await expectAccessible()
})

it('says that a call that broke off has no response headers', async () => {
  const [attempt] = sampleStep(3).attempts
  if (!attempt) throw new Error('no attempt')
  mount(() => h(HeadersTab, { attempt }))
  await expect.element(page.getByText('No headers.')).toBeVisible()
})
