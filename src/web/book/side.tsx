// Beside the script: places to look at after a new version, what the import left open, and the cues of the scene.

import { useState } from 'react'
import type { MarginCue } from '../../core/book/margin.ts'
import { id } from '../../core/kit/ids.ts'
import type { BookPage } from '../../wire/book.ts'
import { useWords } from '../speech/speech.ts'
import { classes } from '../ui/classes.ts'
import styles from './book.module.css'
import type { BookDesk } from './use-book-desk.ts'
import type { Pages } from './use-pages.ts'

const c = classes(styles)

/** As many of each kind are listed at once; the next come as these are settled. */
export const LISTED_MAX = 20

type Facts = { readonly desk: BookDesk; readonly pages: Pages }

export function Side({ desk, pages }: Facts) {
  const { book } = useWords()
  const { page, scene } = desk
  const doubtful = page.cues.filter(({ doubt }) => doubt !== null)
  const here = page.cues.filter(({ item }) => item === scene)
  return (
    <>
      {doubtful.length === 0 ? null : (
        <section aria-label={book.doubts}>
          <h2 className={c('sideTitle')}>
            {book.doubts} · {doubtful.length}
          </h2>
          <ul className={c('list')}>
            {doubtful.slice(0, LISTED_MAX).map((cue) => (
              <Doubt key={cue.id} cue={cue} desk={desk} pages={pages} />
            ))}
          </ul>
          <More many={doubtful.length - LISTED_MAX} />
        </section>
      )}
      {page.questions.length === 0 ? null : (
        <section aria-label={book.questions}>
          <h2 className={c('sideTitle')}>
            {book.questions} · {page.questions.length}
          </h2>
          {alike(page.questions).map(([kind, questions]) => (
            <Alike key={kind} kind={kind} questions={questions} desk={desk} pages={pages} />
          ))}
        </section>
      )}
      <section aria-label={book.cuesHere}>
        <h2 className={c('sideTitle')}>{book.cuesHere}</h2>
        {here.length === 0 ? <p className={c('hint')}>{book.noCues}</p> : null}
        <ul className={c('list')}>
          {here.slice(0, LISTED_MAX).map((cue) => (
            <li key={cue.id}>
              <button type="button" className={c('listed')} onClick={() => desk.goTo(cue)}>
                <b className={c('cueName')}>{desk.nameOf(cue)}</b> {cue.title}{' '}
                {cue.words === '' ? null : `“${cue.words}”`}
              </button>
            </li>
          ))}
        </ul>
        <More many={here.length - LISTED_MAX} />
      </section>
    </>
  )
}

function More({ many }: { readonly many: number }) {
  const { book } = useWords()
  return many > 0 ? <p className={c('hint')}>{book.more({ many })}</p> : null
}

function Doubt({ cue, desk, pages }: Facts & { readonly cue: MarginCue }) {
  const { book } = useWords()
  const name = desk.nameOf(cue)
  const sure = cue.doubt?.sure ?? 0
  return (
    <li className={c('asking')}>
      <p>
        ? {book.doubt({ name, words: cue.doubt?.words ?? '' })}:{' '}
        {sure === 0 ? book.gone : book.unsure({ percent: Math.round(sure * 100) })}
      </p>
      <div className={c('acts')}>
        <button type="button" className={c('button')} onClick={() => desk.goTo(cue)}>
          {book.goThere({ name })}
        </button>
        <button
          type="button"
          className={c('button')}
          disabled={desk.page.locked || !desk.page.mayEdit}
          onClick={() => pages.edit({ name: 'cue.confirm', cue: id<'cue'>(cue.id) })}
        >
          {book.right({ name })}
        </button>
      </div>
    </li>
  )
}

type Question = BookPage['questions'][number]

/** By what they ask, in the order in which the first of each kind stands in the play. */
const alike = (questions: readonly Question[]): readonly (readonly [string, readonly Question[]])[] =>
  [...new Set(questions.map(({ kind }) => kind))].map((kind) => [
    kind,
    questions.filter((one) => one.kind === kind),
  ])

function Alike({
  kind,
  questions,
  desk,
  pages,
}: Facts & { readonly kind: string; readonly questions: readonly Question[] }) {
  const { book } = useWords()
  const { page } = desk
  const named = Object.entries(book.questionKinds).find(([name]) => name === kind)?.[1]
  return (
    <section aria-label={named ?? book.questionKinds.other}>
      <h3 className={c('kind')}>
        {named ?? book.questionKinds.other} · {questions.length}
      </h3>
      {questions.length < 2 ? null : (
        <button
          type="button"
          className={c('button')}
          disabled={page.locked || !page.mayEdit}
          onClick={() =>
            pages.edit({ name: 'questions.settle', questions: questions.map(({ id: one }) => one) })
          }
        >
          {book.settleAll({ many: questions.length })}
        </button>
      )}
      <ul className={c('list')}>
        {questions.slice(0, LISTED_MAX).map((one) => (
          <Open key={one.id} question={one} desk={desk} pages={pages} />
        ))}
      </ul>
      <More many={questions.length - LISTED_MAX} />
    </section>
  )
}

function Open({ question, desk, pages }: Facts & { readonly question: BookPage['questions'][number] }) {
  const { book } = useWords()
  const [role, choose] = useState('')
  const { page } = desk
  return (
    <li className={c('asking')}>
      <p>? {question.text}</p>
      <div className={c('acts')}>
        {question.kind === 'speaker' ? (
          <label className={c('label')}>
            {book.who}
            <select className={c('field')} value={role} onChange={(event) => choose(event.target.value)}>
              <option value="">{book.nobody}</option>
              {page.roles.map((one) => (
                <option key={one.id} value={one.id}>
                  {one.name}
                </option>
              ))}
            </select>
          </label>
        ) : null}
        <button type="button" className={c('button')} onClick={() => desk.goToLine(question.line)}>
          {book.show}
        </button>
        <button
          type="button"
          className={c('button')}
          aria-label={book.settleThis({ text: question.text })}
          disabled={page.locked || !page.mayEdit}
          onClick={() =>
            pages.edit({
              name: 'question.settle',
              question: question.id,
              role: role === '' ? null : id<'role'>(role),
            })
          }
        >
          {book.settle}
        </button>
      </div>
    </li>
  )
}
