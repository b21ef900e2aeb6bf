// Everything the keys do, as buttons in fixed places: about the word one is on, and about the cue that is meant.

import type { ReactNode } from 'react'
import { useWords } from '../speech/speech.ts'
import { classes } from '../ui/classes.ts'
import styles from './book.module.css'
import type { BookAct } from './keys.ts'
import type { BookDesk } from './use-book-desk.ts'
import type { Pages } from './use-pages.ts'

const c = classes(styles)

/** What the keys need of either: the script’s desk and that of one’s own pages. */
type ActsDesk = Pick<BookDesk, 'page' | 'selected' | 'carrying' | 'act' | 'said'>
type ActsFacts = {
  readonly desk: ActsDesk
  readonly pages: Pages
  /** Where one is, and what is being carried: said where nothing is more pressing. */
  readonly where: ReactNode
}

export function Acts({ desk, pages, where }: ActsFacts) {
  const { book } = useWords()
  const { page, selected, carrying } = desk
  const frozen = page.locked || !page.mayEdit
  const button = (act: BookAct['act'], label: string, key: string, off: boolean) => (
    <button
      type="button"
      className={c('button')}
      disabled={off}
      onClick={() => desk.act(act)}
      aria-keyshortcuts={key}
    >
      {label} <kbd className={c('key')}>{key}</kbd>
    </button>
  )
  const none = frozen || selected === null
  return (
    <footer className={c('foot')}>
      <div role="status" className={c('status')}>
        <Said desk={desk} pages={pages} where={where} />
      </div>
      <div className={c('acts')}>
        {button('place', book.place, 'C', frozen)}
        {button('move', book.move, 'M', none)}
        {button('standby', selected?.standby ? book.noStandby : book.standby, 'S', none)}
        {button('warn', selected?.warn ? book.noWarning : book.warning, 'W', none)}
        {button('rename', book.rename, 'R', none)}
        {button('group', selected?.group ? book.ungroup : book.group, 'G', none)}
        {button('note', book.note, 'E', !page.mayEdit || selected === null)}
        {button('remove', book.remove, 'Delete', none)}
        {button('confirm', book.confirm, 'Y', none || selected?.doubt === null)}
        {button('undo', book.undo, 'U', frozen)}
        {button('redo', book.redo, 'Shift+U', frozen)}
        {carrying ? button('here', book.toScript, 'Enter', false) : null}
      </div>
    </footer>
  )
}

/** One line, whatever there is to say: the most pressing of it. */
function Said({ desk, pages, where }: ActsFacts) {
  const { book } = useWords()
  if (pages.question)
    return (
      <>
        <p className={c('refused')}>{pages.question.sentence}</p>
        <button type="button" className={c('button')} onClick={() => pages.answer(false)}>
          {book.keepTheirs}
        </button>
        <button type="button" className={c('button')} onClick={() => pages.answer(true)}>
          {book.putMine}
        </button>
      </>
    )
  const refused = pages.sent.find((one) => one.why !== null)
  if (refused)
    return (
      <>
        <p className={c('refused')}>{refused.why}</p>
        <button
          type="button"
          className={c('button')}
          onClick={() => {
            pages.drop(refused.key)
            pages.place(refused.row, refused.at)
          }}
        >
          {book.again}
        </button>
        <button type="button" className={c('button')} onClick={() => pages.drop(refused.key)}>
          {book.leave}
        </button>
      </>
    )
  if (pages.trouble ?? desk.said) return <p className={c('refused')}>{pages.trouble ?? desk.said}</p>
  return (
    <>
      {where}
      <span className={c('saved')}>
        {pages.waiting > 0
          ? book.saving({ many: pages.waiting })
          : desk.page.locked
            ? book.locked
            : book.saved}
      </span>
    </>
  )
}

/** The word one is on, or what to do with the cue that is carried. */
export function Here({ desk }: { readonly desk: BookDesk }) {
  const { book } = useWords()
  const { page, cursor, word, carrying, selected, nameOf } = desk
  if (carrying)
    return (
      <p>
        {carrying.kind === 'move'
          ? book.moving({ name: nameOf(carrying.cue) })
          : carrying.kind === 'warn'
            ? book.warningOf({ name: nameOf(carrying.cue) })
            : book.readying({ name: nameOf(carrying.cue) })}
      </p>
    )
  const item = page.items.find(({ id }) => id === desk.scene)
  const scene = [item?.code, item?.title].filter((part) => part).join(' ')
  return (
    <p>
      {selected ? `${nameOf(selected)} · ` : ''}
      {book.here({ scene, line: cursor.index + 1, word })}
    </p>
  )
}
