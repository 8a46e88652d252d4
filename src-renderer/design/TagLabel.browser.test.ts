import { expect, it } from 'vitest'
import { h } from 'vue'
import { expectAccessible, mount } from '../browser-tests/mount.ts'
import TagLabel from './TagLabel.vue'

const tones = ['plain', 'mark', 'ok', 'ask', 'bad', 'accent'] as const

it.each(tones)('is readable in its tone %s', async (tone) => {
  const root = mount(() => h(TagLabel, { tone }, () => 'tag'))
  expect(root.textContent).toBe('tag')
  await expectAccessible()
})
