import { expect, it, vi } from 'vitest'
import { page, userEvent } from 'vitest/browser'
import { h, type Component } from 'vue'
import { expectAccessible, model, mount } from '../browser-tests/mount.ts'
import FilterList from './FilterList.vue'

const all = ['Settings', 'Sign in', 'Sign out'].map((id) => ({ id }))

it('filters, moves with the arrows and chooses with Enter', async () => {
  const query = model<string, 'query'>('', 'query')
  const chosen = vi.fn()
  mount(() =>
    h(
      // A generic component has no type that `h` takes.
      FilterList as Component,
      {
        items: all.filter(({ id }) => id.toLowerCase().includes(query.value)),
        label: 'Search commands',
        placeholder: 'A command',
        onChoose: chosen,
        ...query.props(),
      },
      { default: ({ item }: { item: { id: string } }) => item.id },
    ),
  )
  const highlighted = page.getByRole('option', { selected: true })
  await expect.element(page.getByRole('combobox')).toHaveFocus()
  await expect.element(highlighted).toHaveTextContent('Settings')
  await userEvent.keyboard('sign')
  await expect.element(highlighted).toHaveTextContent('Sign in')
  await userEvent.keyboard('{ArrowDown}')
  await expect.element(highlighted).toHaveTextContent('Sign out')
  await expectAccessible()
  await userEvent.keyboard('{Enter}')
  expect(chosen).toHaveBeenCalledExactlyOnceWith({ id: 'Sign out' })
})
