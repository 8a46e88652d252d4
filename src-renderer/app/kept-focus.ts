const focusable = [
  'button:not([disabled])',
  'input:not([disabled])',
  'select:not([disabled])',
  'textarea:not([disabled])',
  'a[href]',
  'summary',
  '[tabindex]:not([tabindex="-1"])',
].join(', ')

/** The first thing in an element that the Tab key would stop at. */
export const firstStop = (within: Element): HTMLElement | undefined =>
  [...within.querySelectorAll<HTMLElement>(focusable)].find((element) =>
    element.checkVisibility({ visibilityProperty: true }),
  )

/**
 * Keeps the keyboard in the window. When what had the focus goes away (a form that was answered, a
 * view that was left, a row that was deleted), the nearest thing around it that is still there
 * takes the focus: the next Tab goes on from there, and a screen reader does not fall silent.
 */
export function keepFocus(): void {
  /** What had the focus last, and what was around it, from the inside out. */
  let around: readonly Element[] = []
  let pending = false

  function restore(): void {
    pending = false
    if (document.activeElement !== document.body || around.length === 0) return
    // Beyond the view is the bar on the left, from where the view would be far to go.
    const places = [
      ...around.filter((element) => element.isConnected && !element.querySelector('nav')),
      ...document.querySelectorAll('main'),
    ]
    const stop = places.map(firstStop).find((element) => element)
    stop?.focus({ preventScroll: true })
  }

  document.addEventListener('focusin', ({ target }) => {
    around = []
    for (let at = target instanceof Element ? target : null; at; at = at.parentElement)
      if (at !== document.body && at !== document.documentElement) around = [...around, at]
  })
  // Who clicks on nothing wants nothing to have the focus.
  document.addEventListener(
    'pointerdown',
    () => {
      around = []
    },
    { capture: true },
  )
  const observer = new MutationObserver(() => {
    if (pending) return
    pending = true
    // A frame later: dialogs and forms with autofocus have taken the focus by then.
    requestAnimationFrame(() => setTimeout(restore))
  })
  const what = { attributeFilter: ['style'], childList: true, subtree: true }
  observer.observe(document.body, what)
}
