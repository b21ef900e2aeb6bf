// The calling strip: what was called above, the moment to call at the now-line, what comes below.

import { type ComponentProps, type RefObject, useCallback, useEffect, useMemo, useRef, useState } from 'react'
import type { MomentLine } from '../../core/night/sections.ts'
import { useStale } from '../link/store.ts'
import { useWords } from '../speech/speech.ts'
import { classes } from '../ui/classes.ts'
import styles from './calling-strip.module.css'
import { Coming } from './coming.tsx'
import { Lists } from './lists.tsx'
import { NowBlock } from './now-block.tsx'
import { rowsAhead, rowsBehind } from './strip.ts'
import { StripFoot } from './strip-foot.tsx'
import { StripRows } from './strip-rows.tsx'
import type { Desk } from './use-desk.ts'
import { useWholeRows } from './use-whole-rows.ts'

const c = classes(styles)

export function CallingStrip({
  desk,
  strip,
  ahead,
}: {
  readonly desk: Desk
  readonly strip: RefObject<HTMLElement | null>
  readonly ahead: RefObject<HTMLDivElement | null>
}) {
  const texts = useWords().strip
  const { cues, calling, script, position } = desk.sections
  const behind = useMemo(
    () => (cues && calling ? rowsBehind(cues, calling, script) : []),
    [cues, calling, script],
  )
  const coming = useMemo(
    () => (cues && calling ? rowsAhead(cues, calling, script) : []),
    [cues, calling, script],
  )
  // One function for all rows and all presses, so that a press draws only what it changed.
  const latest = useRef(desk)
  latest.current = desk
  const restore = useCallback((moment: MomentLine) => latest.current.restore(moment), [])
  const mayRestore = desk.rights.calls ? restore : null
  const [lit, setLit] = useState(false)
  const [stale, next] = [useStale(), calling?.next]
  const opened = useRef(false)
  // Once, when the desk first has something to call; afterwards the frame goes where its user puts it.
  useEffect(() => {
    if (opened.current || next === undefined) return
    opened.current = true
    strip.current?.focus()
  }, [next, strip])
  useEffect(() => {
    if (next !== undefined && ahead.current) ahead.current.scrollTop = 0
  }, [next, ahead])
  return (
    <section
      ref={strip}
      className={c('strip', lit && 'lit', stale && 'stale')}
      aria-label={texts.label}
      // A place for the keys rather than a control: Space is GO here and nowhere else.
      tabIndex={-1}
      data-strip=""
      onFocus={(event) => setLit(event.target === event.currentTarget)}
      onBlur={() => setLit(false)}
    >
      <Behind rows={behind} position={position} restore={mayRestore} />
      <NowBlock desk={desk} />
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable without a mouse. */}
      <div className={c('ahead')} ref={ahead} tabIndex={0}>
        <StripRows rows={coming} position={position} restore={mayRestore} />
      </div>
      <Lists desk={desk} />
      <Coming desk={desk} />
      <StripFoot desk={desk} lit={lit} />
    </section>
  )
}

function Behind(rows: ComponentProps<typeof StripRows>) {
  const frame = useRef<HTMLDivElement>(null)
  useWholeRows(frame)
  return (
    <div className={c('behind')} ref={frame}>
      <StripRows lit {...rows} />
    </div>
  )
}
