import { expect, it } from 'vitest'
import { page, userEvent } from 'vitest/browser'
import { h } from 'vue'
import { fakeBridge } from '../../browser-tests/fake-bridge.ts'
import { expectAccessible, model, mount } from '../../browser-tests/mount.ts'
import ThirdPartyNotices from './ThirdPartyNotices.vue'

const show = () => {
  const open = model<boolean, 'open'>(true, 'open')
  mount(() => h(ThirdPartyNotices, open.props()))
  return open
}

it('finds a package by its license, and shows the text of that with the keyboard', async () => {
  fakeBridge({
    'app.thirdPartyNotices': () => [
      { name: 'vue', version: '3.5.0', license: 'MIT', text: 'Permission is hereby granted' },
      { name: 'tslib', version: '2.8.1', license: '0BSD', text: 'Permission to use, copy' },
    ],
  })
  const open = show()
  await expect.element(page.getByRole('searchbox')).toHaveFocus()
  await expect.element(page.getByText('2 packages')).toBeVisible()
  await userEvent.keyboard('0bsd')
  await expect.element(page.getByText('1 package')).toBeVisible()
  await userEvent.keyboard('{Tab}{Enter}')
  await expect.element(page.getByText('Permission to use, copy')).toBeVisible()
  await expectAccessible()
  await userEvent.keyboard('{Escape}')
  expect(open.value).toBe(false)
})

it('says what to search for when nothing matches', async () => {
  fakeBridge({
    'app.thirdPartyNotices': () => [{ name: 'vue', version: '3.5.0', license: 'MIT', text: '' }],
  })
  show()
  await userEvent.keyboard('gpl')
  await expect.element(page.getByText('Nothing matches')).toBeVisible()
})

it('says when notices are collected before the application was built', async () => {
  fakeBridge()
  show()
  await expect.element(page.getByText('No notices yet')).toBeVisible()
})
