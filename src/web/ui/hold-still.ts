// What a hand or the keyboard is on stays where it is while something above it comes, grows or goes.

/**
 * As the `ref` of what scrolls. The part (the innermost `section`) that was touched, pointed at or reached last is kept
 * where it stands in the window, as far as there is room to scroll. The browser’s own anchoring keeps whatever is at the
 * top instead, and nothing at all before somebody has scrolled: what scrolls has `overflow-anchor: none`.
 */
export function holdStill(scroller: HTMLElement | null): (() => void) | undefined {
  if (!scroller) return undefined
  const closing = new AbortController()
  let on: Element | null = null
  let stood = 0
  const offset = (part: Element) => part.getBoundingClientRect().top + scroller.scrollTop
  const take = ({ target }: Event) => {
    const part = target instanceof Element ? target.closest('section') : null
    if (!part || !scroller.contains(part)) return
    on = part
    stood = offset(part)
  }
  const keep = () => {
    if (!on?.isConnected) return
    const stands = offset(on)
    if (stands !== stood) scroller.scrollTop += stands - stood
    stood = stands
  }
  for (const kind of ['pointerover', 'pointerdown', 'focusin'] as const)
    scroller.addEventListener(kind, take, { signal: closing.signal })
  // Nothing came: the window has another size.
  const turned = new ResizeObserver(() => {
    if (on?.isConnected) stood = offset(on)
  })
  turned.observe(scroller)
  const changes = new MutationObserver(keep)
  changes.observe(scroller, {
    childList: true,
    subtree: true,
    characterData: true,
    attributeFilter: ['open'],
  })
  return () => {
    closing.abort()
    turned.disconnect()
    changes.disconnect()
  }
}
