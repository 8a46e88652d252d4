import { firstStop } from './kept-focus.ts'

/** The panes of the window in the order in which F6 goes round. */
const panes = 'nav.side, main, aside, footer.status, section.toasts'

/** Gives the focus to the first stop of the next pane, or of the one before. */
export function focusPane(by: 1 | -1): void {
  const stops = [...document.querySelectorAll(panes)].flatMap((pane) => {
    const stop = pane.checkVisibility({ visibilityProperty: true }) ? firstStop(pane) : undefined
    return stop ? [{ pane, stop }] : []
  })
  // Between two panes, as the handle that resizes them is, the focus counts as in the first.
  const at = stops.findLastIndex(({ pane }) => isBeforeOrAround(pane, document.activeElement))
  const next = at === -1 && by === -1 ? stops.length - 1 : (at + by + stops.length) % stops.length
  stops[next]?.stop.focus()
}

const isBeforeOrAround = (pane: Element, element: Element | null): boolean =>
  pane === element ||
  (element !== null &&
    (pane.compareDocumentPosition(element) & Node.DOCUMENT_POSITION_FOLLOWING) !== 0)
