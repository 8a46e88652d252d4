import { expect, it } from 'vitest'
import { page } from 'vitest/browser'
import { h } from 'vue'
import { expectAccessible, mount } from '../../browser-tests/mount.ts'
import FilePreview from './FilePreview.vue'

const text = '{"USERNAME":"‹user 1a2b›","url":"https://host-9f3a.invalid/"}'

it('marks every replacement in the text, and counts them', async () => {
  const root = mount(() =>
    h(FilePreview, { beginning: { text, size: 90_000 }, leaks: [], redacted: true }),
  )
  await expect
    .element(page.getByText('2 values replaced in the first 61 B of 90.0 kB.'))
    .toBeVisible()
  expect([...root.querySelectorAll('mark')].map(({ textContent }) => textContent)).toEqual([
    '‹user 1a2b›',
    'host-9f3a.invalid',
  ])
  expect(root.querySelector('pre')?.textContent).toBe(text)
  await expectAccessible()
})

it('shows a picture as one', async () => {
  const svg =
    '<svg xmlns="http://www.w3.org/2000/svg" width="76" height="32"><text y="20">100% „ä“ #1</text></svg>'
  const beginning = { text: svg, size: svg.length }
  const root = mount(() =>
    h(FilePreview, { beginning, leaks: [], redacted: true, isPicture: true }),
  )
  const picture = page.getByRole('img', { name: 'The picture that is saved' })
  await expect.poll(() => (picture.element() as HTMLImageElement).naturalWidth).toBe(76)
  expect(root.querySelector('pre')).toBeNull()
  await expectAccessible()
})

it('says of several runs that the first is shown, and searched', async () => {
  const beginning = { text, size: 90_000 }
  mount(() => h(FilePreview, { beginning, leaks: [], redacted: true, isMany: true }))
  await expect
    .element(page.getByText('in the first 61 B of 90.0 kB of the first run.'))
    .toHaveTextContent(
      'no secret found in this run; the others are searched when the file is written.',
    )
})

it('says where the leak scan found a secret, and shows nothing of the file', async () => {
  const leaks = [{ at: 7, message: 'A password is in plain text at character 7.' }]
  const root = mount(() => h(FilePreview, { beginning: undefined, leaks, redacted: true }))
  await expect.element(page.getByRole('alert')).toHaveTextContent('at character 7')
  expect(root.querySelector('pre')).toBeNull()
})

it('has no preview of a file with secrets', async () => {
  mount(() => h(FilePreview, { beginning: undefined, leaks: [], redacted: false }))
  await expect.element(page.getByText('secrets stay out of the window')).toBeVisible()
})
