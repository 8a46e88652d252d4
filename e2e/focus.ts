import { expect, type Page } from '@playwright/test'

/** Where the keyboard is, as the person in front of the window can tell. */
export interface Focus {
  /** Tag and accessible words of the element; `nowhere` when nothing has the focus. */
  readonly place: string
  /** Whether something is drawn around it, and it is within the window. */
  readonly visible: boolean
}

/** What has the focus now, looked for through shadow roots. */
export const focusOf = (page: Page): Promise<Focus> =>
  page.evaluate(() => {
    let element = document.activeElement
    while (element?.shadowRoot?.activeElement) element = element.shadowRoot.activeElement
    if (!element || element === document.body) return { place: 'nowhere', visible: false }
    const labels = (Reflect.get(element, 'labels') ?? []) as Iterable<HTMLElement>
    const words = [
      element.getAttribute('aria-label') ?? [...labels].map((label) => label.innerText).join(' '),
      element instanceof HTMLInputElement ? element.value : element.textContent,
    ]
    const text = words.join(' ').replace(/\s+/g, ' ').trim().slice(0, 80)
    // A ring may be drawn by the box around an input, or by the label of a hidden one; a text input
    // has a caret, and a handle too thin for a ring is filled.
    const accent = document.createElement('i')
    accent.style.backgroundColor = 'var(--accent)'
    document.body.append(accent)
    const filled = getComputedStyle(accent).backgroundColor
    accent.remove()
    let drawn =
      element.matches('input:not([type]), input[type=text], input[type=search], textarea') ||
      getComputedStyle(element).backgroundColor === filled
    const box = element.getBoundingClientRect()
    for (let at: Element | null = element, up = 0; at && up < 4; at = at.parentElement, up += 1) {
      const style = getComputedStyle(at)
      if (style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) > 0) drawn = true
    }
    const inside = box.bottom > 0 && box.right > 0 && box.top < innerHeight && box.left < innerWidth
    return { place: `${element.tagName.toLowerCase()} ${text}`, visible: drawn && inside }
  })

/** Expects the focus to be somewhere that the person can see. */
export async function expectFocusSeen(page: Page, when: string): Promise<void> {
  await expect.poll(() => focusOf(page), `the focus ${when}`).toMatchObject({ visible: true })
}
