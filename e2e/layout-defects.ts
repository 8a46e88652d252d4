import type { Page } from '@playwright/test'

/**
 * What a person with this window at this size could not see or reach: a page that is wider than
 * the window, a control that no scrolling brings to light, a text that ends at an edge.
 */
export const layoutDefects = (page: Page): Promise<readonly string[]> =>
  page.evaluate(() => {
    const defects: string[] = []
    const words = (element: Element) =>
      `${element.tagName.toLowerCase()}.${String(element.getAttribute('class'))} “${(element.getAttribute('aria-label') ?? element.textContent).trim().slice(0, 40)}”`
    const root = document.documentElement
    if (root.scrollWidth > innerWidth || document.body.scrollWidth > innerWidth)
      defects.push(`the page is ${String(root.scrollWidth)} wide, the window ${String(innerWidth)}`)
    for (const pane of document.querySelectorAll('body *')) {
      const { overflowY } = getComputedStyle(pane)
      // Moved by the focus or a key, and by nothing that a person could move it back with.
      if (
        overflowY === 'hidden' &&
        pane.clientHeight > 300 &&
        pane.scrollHeight > pane.clientHeight + 20
      )
        defects.push(`${words(pane)} hides ${String(pane.scrollHeight - pane.clientHeight)} px`)
    }
    if (document.body.scrollHeight > innerHeight)
      defects.push(`the page is ${String(document.body.scrollHeight)} high`)

    // Behind a dialog or an open drawer nothing can be reached, and need not be.
    const drawer = [...document.querySelectorAll('aside')].find(
      (aside) =>
        getComputedStyle(aside).position === 'absolute' &&
        aside.checkVisibility({ visibilityProperty: true }),
    )
    const dialog = [...document.querySelectorAll('[role=dialog]')].at(-1)
    const top = dialog ?? drawer ?? document.body
    const shown = (element: Element) =>
      element.checkVisibility({ visibilityProperty: true, opacityProperty: true })
    const controls = [
      ...top.querySelectorAll<HTMLElement>(
        'button, input, select, textarea, summary, [tabindex="0"]',
      ),
    ].filter(shown)
    for (const control of controls) {
      // A hidden radio button is reached by its label, a region by any part of it.
      const target = control.closest('label') ?? control
      target.scrollIntoView({ block: 'nearest', inline: 'nearest', behavior: 'instant' })
      const box = target.getBoundingClientRect()
      if (box.width === 0 || box.height === 0) continue
      const x = Math.min(Math.max((box.left + box.right) / 2, 1), innerWidth - 1)
      const y = Math.min(Math.max((box.top + box.bottom) / 2, 1), innerHeight - 1)
      const inside = box.left >= -1 && box.right <= innerWidth + 1
      const hit = document.elementFromPoint(x, y)
      const reached = hit !== null && (target.contains(hit) || hit.contains(target))
      const over = hit?.closest('[role=status]')
      if (!inside || (!reached && !over))
        defects.push(
          `${words(target)} cannot be reached${hit ? `: ${words(hit)} lies over it` : ''}`,
        )
    }

    for (const element of top.querySelectorAll<HTMLElement>('*')) {
      if (!shown(element) || element.closest('.visually-hidden, svg')) continue
      const { overflowX, textOverflow } = getComputedStyle(element)
      const hasText = [...element.childNodes].some(
        (node) => node.nodeType === Node.TEXT_NODE && node.textContent?.trim(),
      )
      const clips = overflowX === 'hidden' || overflowX === 'clip'
      if (
        hasText &&
        clips &&
        textOverflow !== 'ellipsis' &&
        element.scrollWidth > element.clientWidth + 1
      )
        defects.push(`the text of ${words(element)} ends at an edge`)
    }
    return defects
  })
