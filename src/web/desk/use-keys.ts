// Listens to the keyboard for the whole desk; which key does what stands in keys.ts.

import { type RefObject, useEffect, useRef } from 'react'
import { actionFor, type DeskAction, digitFor } from './keys.ts'
import { readPedal } from './pedal.ts'
import type { Desk } from './use-desk.ts'

export function useDeskKeys(
  desk: Desk,
  places: {
    readonly strip: RefObject<HTMLElement | null>
    readonly ahead: RefObject<HTMLElement | null>
    readonly note: RefObject<HTMLElement | null>
  },
): void {
  const latest = useRef({ desk, places })
  latest.current = { desk, places }
  useEffect(() => {
    /** Keys that are down: some pedals repeat without saying so. */
    const down = new Set<string>()
    const press = (event: KeyboardEvent) => {
      const strip = latest.current.places.strip.current
      const stroke = {
        key: event.key,
        ctrl: event.ctrlKey,
        alt: event.altKey,
        meta: event.metaKey,
        shift: event.shiftKey,
        typing: isTyping(document.activeElement),
        repeat: event.repeat || (down.has(event.code) && event.code !== ''),
        strip: strip !== null && document.activeElement === strip,
      }
      down.add(event.code)
      // A key that is held down goes on clicking the button under it: one press is one press on every control.
      if (stroke.repeat && isPressing(event.key) && document.activeElement instanceof HTMLButtonElement)
        event.preventDefault()
      const digit = digitFor(stroke)
      if (digit !== null && latest.current.desk.rights.calls) latest.current.desk.cans(digit)
      const action = actionFor(stroke, readPedal())
      // Space on the strip must not scroll it either, not even when it is only held down.
      if (action !== null || (stroke.strip && event.key === ' ')) event.preventDefault()
      if (action !== null) act(action, latest.current)
    }
    const release = (event: KeyboardEvent) => {
      down.delete(event.code)
      if (event.key.toLowerCase() === 'h') latest.current.desk.hold.stop()
    }
    const leave = () => {
      down.clear()
      latest.current.desk.hold.stop()
    }
    window.addEventListener('keydown', press)
    window.addEventListener('keyup', release)
    window.addEventListener('blur', leave)
    return () => {
      window.removeEventListener('keydown', press)
      window.removeEventListener('keyup', release)
      window.removeEventListener('blur', leave)
    }
  }, [])
}

const isPressing = (key: string): boolean => key === 'Enter' || key === ' '

/** A field that what is typed goes into. */
const isTyping = (place: Element | null): boolean =>
  place instanceof HTMLTextAreaElement ||
  place instanceof HTMLSelectElement ||
  (place instanceof HTMLInputElement && !['checkbox', 'radio', 'range', 'button'].includes(place.type)) ||
  (place instanceof HTMLElement && place.isContentEditable)

/** What a press of the mouse may give the keyboard to. */
const takesFocus = 'input,select,textarea,a,summary,label,[tabindex]'

/** Mouse and finger: a touch on the strip lights it, and a touch beside every control puts no light out. */
export function useStripTouch(strip: RefObject<HTMLElement | null>): void {
  useEffect(() => {
    const touch = ({ target }: MouseEvent) => {
      if (!(target instanceof Element) || !strip.current?.contains(target)) return
      if (target.closest('button') === null) strip.current.focus({ preventScroll: true })
    }
    const press = (event: MouseEvent) => {
      const { target } = event
      if (target instanceof Element && target.closest(takesFocus) === null) event.preventDefault()
    }
    window.addEventListener('click', touch)
    window.addEventListener('mousedown', press)
    return () => {
      window.removeEventListener('click', touch)
      window.removeEventListener('mousedown', press)
    }
  }, [strip])
}

type Places = Parameters<typeof useDeskKeys>[1]

function act(action: DeskAction, { desk, places }: { readonly desk: Desk; readonly places: Places }): void {
  const { calls, closes, mayTake } = desk.rights
  const deeds: Readonly<Record<DeskAction, (() => void) | false | undefined>> = {
    strip: () => desk.open(null),
    note: () => places.note.current?.focus(),
    ahead: () => places.ahead.current?.scrollBy({ top: 120 }),
    behind: () => places.ahead.current?.scrollBy({ top: -120 }),
    take: mayTake && desk.take,
    close: closes && (() => desk.act('e')),
    hold: calls && desk.hold.start,
    go: calls && desk.go,
    standby: calls && desk.standby,
    up: calls && (() => desk.act('u')),
    down: calls && (() => desk.act('d')),
    back: calls && desk.back,
    call: calls && desk.call,
    item: calls && desk.item,
    cans: calls && (() => desk.cans(null)),
    range: calls && desk.range,
    clear: calls && desk.clear,
    jump: calls && (() => desk.open('jump')),
    skip: calls && desk.skip,
    cut: calls && desk.cut,
    restore: calls && (() => desk.restore(null)),
    outcome: calls && (() => desk.open('outcome')),
    round: calls && (() => desk.open('cans')),
    vamp: calls && desk.vamp,
    house: desk.rights.clears && desk.house,
    concern: desk.sections.concerns !== undefined && (() => desk.open('concern')),
    'cue-note': desk.rights.tasks && (() => desk.open('cue-note')),
    'line-note': desk.sections.lineNotes !== undefined && (() => desk.open('line-note')),
    where: desk.sections.where !== undefined && (() => desk.open('where')),
  }
  const deed = deeds[action]
  if (deed) deed()
}
