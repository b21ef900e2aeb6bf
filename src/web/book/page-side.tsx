// Beside the page: its cues, those that lie on no page yet, what the page is called, and more pages.

import { useState } from 'react'
import type { MarginCue } from '../../core/book/margin.ts'
import { id } from '../../core/kit/ids.ts'
import type { OwnPage } from '../../core/show/own-pages.ts'
import { useWords } from '../speech/speech.ts'
import { classes } from '../ui/classes.ts'
import { AddPages } from './add-pages.tsx'
import styles from './book.module.css'
import { LISTED_MAX } from './side.tsx'
import type { Pages } from './use-pages.ts'
import type { PagesDesk } from './use-pages-desk.ts'

const c = classes(styles)

type Facts = { readonly desk: PagesDesk; readonly pages: Pages }

export function PageSide({ desk, pages }: Facts) {
  const { ownPages } = useWords()
  const { page, here, own } = desk
  const off = page.cues.filter(({ point }) => point === null)
  return (
    <>
      <section aria-label={ownPages.cuesHere}>
        <h2 className={c('sideTitle')}>{ownPages.cuesHere}</h2>
        {here.length === 0 ? <p className={c('hint')}>{ownPages.noCues}</p> : null}
        <Listed cues={here} desk={desk} />
      </section>
      {off.length === 0 || !own ? null : (
        <section aria-label={ownPages.cuesOff}>
          <h2 className={c('sideTitle')}>
            {ownPages.cuesOff} · {off.length}
          </h2>
          <Listed cues={off} desk={desk} />
        </section>
      )}
      {own && page.mayEdit ? (
        <PageFacts key={`${own.id} ${own.label}`} own={own} desk={desk} pages={pages} />
      ) : null}
      {page.mayEdit ? <AddPages pages={pages} /> : null}
    </>
  )
}

function Listed({ cues, desk }: { readonly cues: readonly MarginCue[]; readonly desk: PagesDesk }) {
  const { book, ownPages } = useWords()
  return (
    <>
      <ul className={c('list')}>
        {cues.slice(0, LISTED_MAX).map((cue) => (
          <li key={cue.id}>
            <button
              type="button"
              className={c('listed')}
              aria-pressed={cue.id === desk.selected?.id}
              onClick={() => desk.goTo(cue)}
            >
              <b className={c('cueName')}>{desk.nameOf(cue)}</b> {cue.title}{' '}
              {cue.point && cue.point.said !== ''
                ? `${ownPages.kinds[cue.point.by]}: ${cue.point.said}`
                : null}
              {cue.note === '' ? null : <i className={c('cueNote')}> — {cue.note}</i>}
            </button>
          </li>
        ))}
      </ul>
      {cues.length > LISTED_MAX ? (
        <p className={c('hint')}>{book.more({ many: cues.length - LISTED_MAX })}</p>
      ) : null}
    </>
  )
}

function PageFacts({ own, desk: { page }, pages }: Facts & { readonly own: OwnPage }) {
  const { ownPages } = useWords()
  const [label, call] = useState(own.label)
  const change = (item: string) =>
    void pages.edit({
      name: 'page.change',
      page: own.id,
      label,
      item: item === '' ? null : id<'item'>(item),
    })
  return (
    <form
      className={c('version')}
      onSubmit={(event) => {
        event.preventDefault()
        change(own.item ?? '')
      }}
    >
      <label className={c('label')}>
        {ownPages.label}
        <input
          className={c('field')}
          maxLength={20}
          required
          value={label}
          disabled={page.locked}
          onChange={(event) => call(event.target.value)}
        />
      </label>
      <Begins own={own} page={page} change={change} />
      <div className={c('acts')}>
        <button type="submit" className={c('button')} disabled={page.locked || label.trim() === ''}>
          {ownPages.keepPage}
        </button>
        <button
          type="button"
          className={c('button')}
          disabled={page.locked}
          onClick={() => void pages.edit({ name: 'page.remove', page: own.id })}
        >
          {ownPages.removePage}
        </button>
      </div>
    </form>
  )
}

type BeginsFacts = {
  readonly own: OwnPage
  readonly page: PagesDesk['page']
  readonly change: (item: string) => void
}

/** Which item begins on it. */
function Begins({ own, page, change }: BeginsFacts) {
  const { ownPages } = useWords()
  return (
    <label className={c('label')}>
      {ownPages.item}
      <select
        className={c('field')}
        value={own.item ?? ''}
        disabled={page.locked}
        onChange={(event) => change(event.target.value)}
      >
        <option value="">{ownPages.sameItem}</option>
        {page.items.map(({ id: one, code, title }) => (
          <option key={one} value={one}>
            {[code, title].filter((word) => word !== '').join(' ')}
          </option>
        ))}
      </select>
    </label>
  )
}
