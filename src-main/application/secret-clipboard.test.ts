import { describe, expect, it } from 'vitest'
import { Secret } from '#engine/secret/secret.ts'
import { secretClipboard } from './secret-clipboard.ts'

const token = Secret.of('access token', 'token-canary')

function setUp() {
  let clipboardText = ''
  const waiting = new Map<() => Promise<void>, number>()
  const clipboard = secretClipboard(
    {
      read: () => Promise.resolve(clipboardText),
      write: (text) => {
        clipboardText = text
        return Promise.resolve()
      },
    },
    (seconds, act) => {
      waiting.set(act, seconds)
      return () => {
        waiting.delete(act)
      }
    },
  )
  return {
    clipboard,
    waiting,
    read: () => clipboardText,
    other: (text: string) => {
      clipboardText = text
    },
    timePasses: async () => {
      for (const act of [...waiting.keys()]) await act()
    },
  }
}

describe('a copied secret', () => {
  it('is cleared after the time set', async () => {
    const { clipboard, read, timePasses, waiting } = setUp()
    await clipboard.copy(token, 60)
    expect(read()).toBe('token-canary')
    expect([...waiting.values()]).toEqual([60])
    await timePasses()
    expect(read()).toBe('')
  })

  it('is not cleared when something else has replaced it', async () => {
    const { clipboard, other, read, timePasses } = setUp()
    await clipboard.copy(token, 60)
    other('a shopping list')
    await timePasses()
    expect(read()).toBe('a shopping list')
  })

  it('stays when clearing is turned off, even on quit', async () => {
    const { clipboard, read, waiting } = setUp()
    await clipboard.copy(token, 0)
    expect(waiting.size).toBe(0)
    await clipboard.clear()
    expect(read()).toBe('token-canary')
  })

  it('is cleared when the application quits early', async () => {
    const { clipboard, read, waiting } = setUp()
    await clipboard.copy(token, 60)
    await clipboard.clear()
    expect(read()).toBe('')
    expect(waiting.size).toBe(0)
  })

  it('copied a second time is not cleared by the first timer', async () => {
    const { clipboard, waiting } = setUp()
    await clipboard.copy(token, 60)
    await clipboard.copy(Secret.of('session', 'session-canary'), 60)
    expect(waiting.size).toBe(1)
  })
})
