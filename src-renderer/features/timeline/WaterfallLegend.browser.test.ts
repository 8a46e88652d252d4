import { expect, it } from 'vitest'
import { page } from 'vitest/browser'
import { h } from 'vue'
import { expectAccessible, mount } from '../../browser-tests/mount.ts'
import WaterfallLegend from './WaterfallLegend.vue'

it('says what is drawn, and which keys there are', async () => {
  mount(() => h(WaterfallLegend))
  await expect.element(page.getByText('waiting for you')).toBeVisible()
  await expect.element(page.getByText('Z zooms to the row')).toBeVisible()
  await expectAccessible()
})
