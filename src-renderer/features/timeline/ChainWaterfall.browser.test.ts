import { expect, it } from 'vitest'
import { page, userEvent } from 'vitest/browser'
import { h } from 'vue'
import { expectAccessible, mount } from '../../browser-tests/mount.ts'
import { sampleRun } from '../../browser-tests/sample-run.ts'
import ChainWaterfall from './ChainWaterfall.vue'

it('is a table of attempts, pauses and waiting that says where each session comes from', async () => {
  const { timeline } = sampleRun()
  mount(() => h(ChainWaterfall, { run: timeline, selected: 2 }))
  const row = (name: RegExp) => page.getByRole('row', { name })
  await expect.element(row(/^Step 1: InitiateAuth/)).toBeVisible()
  await expect.element(row(/Waiting for you: SMS_MFA/)).toHaveTextContent('8.00 s')
  await expect.element(row(/Pause before the retry/)).toBeVisible()
  await expect.element(row(/^Step 2: SMS_MFA, failed/)).toHaveTextContent('session of step 1')
  await expect
    .element(row(/attempt 1/))
    .toHaveTextContent(/reused\s+session of step 1, again after step 2/)
  await expectAccessible()
})

it('is zoomed, moved and walked through by keys', async () => {
  const { timeline } = sampleRun()
  const selected: number[] = []
  mount(() =>
    h(ChainWaterfall, { run: timeline, selected: 1, onSelect: (step) => selected.push(step) }),
  )
  const sight = page.getByRole('status')
  const first = page.getByRole('button', { name: /^Step 1: InitiateAuth/ })
  await expect.element(first).toBeVisible()
  const all = sight.element().textContent
  first.element().focus()
  await userEvent.keyboard('z')
  expect(sight.element().textContent).not.toBe(all)
  await userEvent.keyboard('-+{ArrowRight}{ArrowLeft}0')
  await expect.element(sight).toHaveTextContent(all)
  await userEvent.keyboard('j{Enter}')
  expect(selected).toEqual([2])
})

it('shows the text of each tick of its axis whole, however far it is moved', async () => {
  const { timeline } = sampleRun()
  const root = mount(() => h(ChainWaterfall, { run: timeline, selected: 1 }))
  const first = page.getByRole('button', { name: /^Step 1: InitiateAuth/ })
  await expect.element(first).toBeVisible()
  const beyondAxis = () => {
    const end = root.querySelector('td.track')?.getBoundingClientRect().right ?? 0
    const ticks = [...root.querySelectorAll('.tick')]
    expect(ticks.length).toBeGreaterThan(0)
    return ticks.filter((tick) => tick.getBoundingClientRect().right > end + 1)
  }
  first.element().focus()
  expect(beyondAxis()).toEqual([])
  await userEvent.keyboard('++')
  for (let move = 0; move < 12; move += 1) {
    await userEvent.keyboard('{ArrowRight}')
    expect(beyondAxis()).toEqual([])
  }
})

it('keeps the texts of its ticks apart, in any width and at any zoom', async () => {
  const { timeline } = sampleRun()
  const root = mount(() => h(ChainWaterfall, { run: timeline, selected: 1 }))
  const first = page.getByRole('button', { name: /^Step 1: InitiateAuth/ })
  await expect.element(first).toBeVisible()
  const overlaps = () => {
    const boxes = [...root.querySelectorAll('.tick')].map((tick) => tick.getBoundingClientRect())
    return boxes.filter((box, at) => at > 0 && box.left < (boxes[at - 1]?.right ?? 0))
  }
  for (const width of [1000, 760, 730, 680, 560]) {
    root.style.width = `${String(width)}px`
    first.element().focus()
    await userEvent.keyboard('0')
    await expect.poll(overlaps, { message: `at ${String(width)} pixels` }).toEqual([])
    for (let more = 0; more < 6; more += 1) {
      await userEvent.keyboard('+')
      await expect.poll(overlaps, { message: `zoomed at ${String(width)} pixels` }).toEqual([])
    }
  }
})
