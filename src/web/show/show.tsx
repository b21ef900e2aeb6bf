// The show from the screen: its company, running order, cues, departments, title and house.

import { type ReactNode, useState, useSyncExternalStore } from 'react'
import type { ShowBook } from '../../wire/office.ts'
import { words } from '../speech/speech.ts'
import { AsOf } from '../ui/as-of.tsx'
import { classes } from '../ui/classes.ts'
import { Company } from './company.tsx'
import { Covers } from './covers.tsx'
import { Cues } from './cues.tsx'
import { Departments } from './departments.tsx'
import { DetailsForm } from './details.tsx'
import { Entrances } from './entrances.tsx'
import { HelpForm } from './help.tsx'
import { Order } from './order.tsx'
import { Press, Refusal } from './parts.tsx'
import { Checks, SafetyForm } from './safety.tsx'
import styles from './show.module.css'
import { TablePage } from './table-page.tsx'
import { Tracks } from './tracks.tsx'
import { type Book, useBook } from './use-book.ts'

const c = classes(styles)

const tabs = [
  ...([
    'people',
    'order',
    'cues',
    'tracks',
    'entrances',
    'covers',
    'changes',
    'hand-offs',
    'presets',
    'mics',
    'calls',
    'departments',
    'details',
    'help',
  ] as const),
] as const
type Tab = (typeof tabs)[number]

export type Editing = { readonly show: ShowBook; readonly edit: Book['edit'] }

export function ShowScreen() {
  const book = useBook()
  const tab = useTab()
  const { show, trouble } = book
  if (!show) {
    return (
      <main className={c('page', 'narrow')}>
        <p role="status">{trouble ?? (show === null ? words().office.noShow : words().office.loading)}</p>
        {show === null ? (
          <div className={c('acts')}>
            <a className={c('button')} href="/first">
              {words().office.begin}
            </a>
          </div>
        ) : null}
      </main>
    )
  }
  return (
    <main className={c('page')}>
      <Head book={book} show={show} />
      <AsOf at={book.asOf} timeZone={null} />
      {trouble !== null && book.asOf === null ? <Refusal sentence={trouble} /> : null}
      <nav className={c('tabs')} aria-label={words().office.tabs.label}>
        {tabs.map((one) => (
          <a key={one} className={c('tab')} href={`#${one}`} aria-current={one === tab ? 'page' : undefined}>
            {words().office.tabs[one]} {countOf(show, one)}
          </a>
        ))}
      </nav>
      <Part tab={tab} show={show} edit={book.edit} />
    </main>
  )
}

/** On a phone what is not used with every change is folded away, as in the book: the lists have the room. */
function Head({ book, show }: { readonly book: Book; readonly show: ShowBook }) {
  const [all, setAll] = useState(false)
  const said = words()
  return (
    <header className={c('head', 'folds', all && 'all')}>
      <h1 className={c('title')}>{show.title}</h1>
      <TonightLine book={book} show={show} />
      <span className={c('name')} />
      <Undo book={book} />
      <button
        type="button"
        className={c('button', 'allButton')}
        aria-expanded={all}
        onClick={() => setAll(!all)}
      >
        {all ? said.book.less : said.book.all}
      </button>
      <div className={c('rest')}>
        <a className={c('button')} href="/book">
          {said.book.title}
        </a>
        <a className={c('button')} href="/practice">
          {said.practice.title}
        </a>
        <a className={c('button')} href="/plots">
          {said.plots.title}
        </a>
        <a className={c('button')} href="/files">
          {said.office.files.title}
        </a>
        <a className={c('button')} href="/first">
          {said.office.first}
        </a>
      </div>
      <a className={c('button', 'main')} href="/desk">
        {said.office.desk}
      </a>
    </header>
  )
}

const countOf = (show: ShowBook, tab: Tab): ReactNode =>
  tab === 'details' || tab === 'help'
    ? null
    : {
        people: show.people,
        order: show.items,
        cues: show.cues,
        tracks: show.tracks,
        entrances: show.entrances,
        covers: show.covers,
        ...show.tables,
        departments: show.departments,
      }[tab].length

function Part({ tab, ...editing }: Editing & { readonly tab: Tab }) {
  switch (tab) {
    case 'people':
      return <Company {...editing} />
    case 'order':
      return <Order {...editing} />
    case 'cues':
      return <Cues {...editing} />
    case 'tracks':
      return <Tracks {...editing} />
    case 'entrances':
      return <Entrances {...editing} />
    case 'covers':
      return <Covers {...editing} />
    case 'changes':
    case 'hand-offs':
    case 'presets':
    case 'mics':
    case 'calls':
      return <TablePage key={tab} name={tab} {...editing} />
    case 'departments':
      return <Departments {...editing} />
    case 'details':
      return <DetailsForm {...editing} />
    case 'help':
      return (
        <>
          <Checks checks={editing.show.checks} />
          <HelpForm {...editing} />
          <SafetyForm {...editing} />
        </>
      )
    default:
      return tab satisfies never
  }
}

/** What this tab did last, here or in the book, is taken back. */
function Undo({ book: { step, steps } }: { readonly book: Book }) {
  const [refused, refuse] = useState<string | null>(null)
  const { undo, redo } = words().office
  return (
    <>
      <Press disabled={steps.undo === 0} onClick={() => void step('undo').then(refuse)}>
        {undo}
      </Press>
      {steps.redo === 0 ? null : <Press onClick={() => void step('redo').then(refuse)}>{redo}</Press>}
      <Refusal sentence={refused} />
    </>
  )
}

function TonightLine({ book, show: { tonight } }: { readonly book: Book; readonly show: ShowBook }) {
  const [refused, refuse] = useState<string | null>(null)
  if (tonight.state === 'none') return <p className={c('hint')}>{words().office.tonight.none}</p>
  if (tonight.state === 'same')
    return <p className={c('hint')}>{words().office.tonight.same({ number: tonight.number })}</p>
  return (
    <div className={c('acts')}>
      <p className={c('hint')}>{refused ?? tonight.sentence}</p>
      <Press onClick={() => void book.takeTonight().then(refuse)}>{words().office.tonight.use}</Press>
      <Refusal sentence={null} />
    </div>
  )
}

/** Which part is shown stands in the address, so that a screen that lacks something can lead straight to it. */
function useTab(): Tab {
  const hash = useSyncExternalStore(listen, () => location.hash)
  return tabs.find((tab) => hash === `#${tab}`) ?? 'people'
}

function listen(listener: () => void): () => void {
  window.addEventListener('hashchange', listener)
  return () => window.removeEventListener('hashchange', listener)
}
