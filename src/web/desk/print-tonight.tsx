// One press prints tonight: the whole set as one PDF, or the sheets that are chosen; and what has changed since.

import { useState } from 'react'
import { formatClock, type Instant } from '../../core/kit/time.ts'
import type { PrintedLine, PrintedSection } from '../../core/night/sheets.ts'
import { useSession } from '../link/store.ts'
import { useWords } from '../speech/speech.ts'
import { classes } from '../ui/classes.ts'
import { useIsGuest } from '../ui/guest-pages.ts'
import styles from './print-tonight.module.css'
import type { Desk } from './use-desk.ts'
import { usePrintWord } from './use-print-word.ts'

const c = classes(styles)

/** A form: it is sent into a tab of its own by the browser itself, which holds back no window that a press opened. */
export function PrintTonight({ desk }: { readonly desk: Desk }) {
  const { print } = useWords()
  const { printed, position } = desk.sections
  const [left, leave] = useState<readonly string[]>([])
  const word = usePrintWord()
  const action = useIsGuest() ? '/api/print?mine' : '/api/print'
  if (!printed || !position) return null
  const { sheets } = printed
  const chosen = sheets.filter(({ id }) => !left.includes(id))
  const changed = sheets.filter((one) => one.changed).length
  return (
    <form
      className={c('form')}
      {...{ method: 'post', action }}
      target="_blank"
      rel="noopener"
      onSubmit={word.renew}
    >
      <input ref={word.field} type="hidden" name="word" />
      <button type="submit" className={c('print')} disabled={chosen.length === 0}>
        {print.tonight}
      </button>
      <details name="corner">
        <summary className={c('summary')}>
          <span className={c(changed > 0 ? 'changed' : 'quiet')}>
            {changed > 0 ? print.changedSheets(changed) : print.sheets}
          </span>
        </summary>
        <div className={c('panel')}>
          <Since printed={printed} timeZone={position.timeZone} />
          <Size />
          <label className={c('choice')}>
            <input
              type="checkbox"
              checked={left.length === 0}
              onChange={({ target }) => leave(target.checked ? [] : sheets.map(({ id }) => id))}
            />
            {print.all}
          </label>
          {sheets.map(({ id, name }) => (
            <label key={id} className={c('choice')}>
              <input
                type="checkbox"
                // Without a name they are not sent: nothing named is the whole set.
                name={left.length === 0 ? undefined : 'sheet'}
                value={id}
                checked={!left.includes(id)}
                onChange={({ target }) =>
                  leave(target.checked ? left.filter((one) => one !== id) : [...left, id])
                }
              />
              {name}
            </label>
          ))}
          {chosen.length === 0 ? <p role="status">{print.none}</p> : null}
        </div>
      </details>
    </form>
  )
}

/** The country's paper unless another is in the printer. */
function Size() {
  const { print } = useWords()
  return (
    <label className={c('choice')}>
      {print.size}
      <select name="paper" className={c('size')}>
        <option value="">{print.usual}</option>
        {['A4', 'Letter'].map((size) => (
          <option key={size} value={size}>
            {size}
          </option>
        ))}
      </select>
    </label>
  )
}

function Since({ printed, timeZone }: { readonly printed: PrintedSection; readonly timeZone: string }) {
  const { print } = useWords()
  const by = useWho(printed)
  if (printed.last === null) return <p>{print.never}</p>
  const clock = (at: Instant) => formatClock(at, timeZone, false)
  const groups = changedSince(printed.sheets)
  return (
    <div role="status">
      <p>{print.last({ clock: clock(printed.last.at), by })}</p>
      {groups.length === 0 ? <p>{print.unchanged}</p> : null}
      {groups.map(({ at, names }) => (
        <p key={at}>{print.changed({ clock: clock(at), sheets: names.join(', ') })}</p>
      ))}
    </div>
  )
}

/** Those that were printed together stand together. */
function changedSince(
  sheets: readonly PrintedLine[],
): readonly { readonly at: Instant; readonly names: readonly string[] }[] {
  const changed = sheets.flatMap(({ changed: is, printedAt, name }) =>
    is && printedAt !== null ? [{ at: printedAt, name }] : [],
  )
  return [...new Set(changed.map(({ at }) => at))].map((at) => ({
    at,
    names: changed.filter((one) => one.at === at).map(({ name }) => name),
  }))
}

function useWho({ last }: PrintedSection): string {
  const { print } = useWords()
  const viewer = useSession((state) => state.viewer)
  const devices = useSession((state) => state.sections.devices)
  if (last === null) return ''
  if (last.by === viewer?.device) return print.thisDesk
  return devices?.devices.find(({ id }) => id === last.by)?.name ?? print.anotherDesk
}
