import { expect, it } from 'vitest'
import { page } from 'vitest/browser'
import { h } from 'vue'
import { mount } from '../browser-tests/mount.ts'
import BarChart from './BarChart.vue'

it('is drawn in the colours of the theme, and again when the theme changes', async () => {
  const values = { values: [5], tone: 'ok' as const }
  const data = {
    heading: 'Day',
    labels: ['Monday'],
    columns: [{ name: 'Runs', cells: ['5'], drawn: values }],
  }
  const root = mount(() =>
    h('div', { style: 'width: 300px; height: 200px' }, [
      h(BarChart, { data, kind: 'columns', format: String }),
    ]),
  )
  const canvas = root.querySelector('canvas')
  const middle = () =>
    Array.from(
      canvas?.getContext('2d')?.getImageData(canvas.width / 2, canvas.height / 2, 1, 1).data ?? [],
    )
  document.documentElement.style.colorScheme = 'light'
  await expect.poll(middle).toEqual([23, 105, 63, 255])
  document.documentElement.style.colorScheme = 'dark'
  await expect.poll(middle).toEqual([108, 199, 154, 255])
  document.documentElement.style.colorScheme = ''
  await expect.element(page.elementLocator(root)).toBeVisible()
})
