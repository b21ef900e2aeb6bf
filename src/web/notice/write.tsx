// Writes a notice: which words, what is said as far as it is permitted, who hears first; and shows it before it goes.

import { type FormEvent, useState } from 'react'
import { type Privacy, privacies } from '../../core/notice/commands.ts'
import type { MatterPage } from '../../core/notice/section.ts'
import { type Item, type Template, templates } from '../../core/notice/state.ts'
import type { Country, PersonId } from '../../core/show/show.ts'
import { noticeWords } from '../../letters/notice.ts'
import { speechOf } from '../../letters/speech.ts'
import { useWords } from '../speech/speech.ts'
import { freshId } from '../ui/ask-page.ts'
import { classes } from '../ui/classes.ts'
import type { PartProps } from './ask.ts'
import { Folded, Name, One, Some, Text } from './fields.tsx'
import styles from './notice.module.css'

const c = classes(styles)

const fixed: Readonly<Record<Template, readonly Item[]>> = {
  general: [],
  'cared-for': ['cared-for', 'name', 'hospital', 'condition', 'update'],
  survivor: ['cared-for', 'name'],
  death: ['died', 'name'],
}
const first: Readonly<Record<Template, readonly Item[]>> = {
  ...{ general: [], 'cared-for': ['cared-for'], survivor: ['cared-for'], death: ['died'] },
}

const empty = {
  template: 'general' as Template,
  matter: '',
  items: [] as readonly Item[],
  words: '',
  ask: '',
  privacy: 'none' as Privacy | 'none',
  closest: [] as readonly PersonId[],
}

/** What may be said to the company now, in its words; as the house puts it together again when it is sent. */
const wordsOf = (page: MatterPage | undefined) =>
  Object.fromEntries(
    (page?.sayable ?? [])
      .filter(({ audience }) => audience === 'company')
      .map((one) => [one.item, one.words]),
  )

export function WriteNotice({ told, ask }: PartProps) {
  const { notices: said } = useWords()
  const [draft, set] = useState(empty)
  const [id, draw] = useState(() => freshId('notice'))
  const open = told.section.matters.filter(({ closed }) => !closed)
  const page = open.find((one) => one.id === draft.matter) ?? open[0]
  const isGeneral = draft.template === 'general'
  const privacy = privacyOf(draft)
  const put = async (event: FormEvent) => {
    event.preventDefault()
    const about = isGeneral
      ? { matter: null, items: [], words: draft.words }
      : { matter: page?.id ?? null, items: draft.items, words: '' }
    const { template, ask: whom, closest } = draft
    if (!(await ask({ name: 'notice.write', id, ...about, template, ask: whom, privacy, closest }))) return
    set(empty)
    draw(freshId('notice'))
  }
  const choices = open.length === 0 ? templates.slice(0, 1) : templates
  return (
    <Folded title={said.write.title}>
      <form onSubmit={(event) => void put(event)} aria-label={said.write.title}>
        <One
          label={said.write.template}
          values={choices}
          words={said.write.templates}
          value={draft.template}
          set={(template) => set({ ...draft, template, items: first[template] })}
        />
        {isGeneral ? (
          <Text label={said.write.words} value={draft.words} set={(words) => set({ ...draft, words })} />
        ) : (
          <About draft={draft} set={(part) => set({ ...draft, ...part })} open={open} page={page} />
        )}
        <Name label={said.write.ask} value={draft.ask} set={(whom) => set({ ...draft, ask: whom })} />
        <One
          label={said.write.privacy}
          values={['none', ...privacies] as const}
          words={said.write.privacies}
          value={draft.privacy}
          set={(asked) => set({ ...draft, privacy: asked })}
        />
        {isGeneral ? null : (
          <Some
            label={said.write.closest}
            of={told.section.company}
            chosen={draft.closest}
            set={(closest) => set({ ...draft, closest })}
          />
        )}
        <Preview draft={draft} page={page} country={told.country} />
        <button type="submit" className={c('wide')}>
          {said.write.put}
        </button>
      </form>
    </Folded>
  )
}

const privacyOf = ({ privacy }: typeof empty): Privacy | null => (privacy === 'none' ? null : privacy)

type PreviewProps = {
  readonly draft: typeof empty
  readonly page: MatterPage | undefined
  readonly country: Country
}

function Preview({ draft, page, country }: PreviewProps) {
  const { notices: said } = useWords()
  const { items, template, words: own, ask } = draft
  const put = { items, template, own, ask, privacy: privacyOf(draft) }
  const text = noticeWords({ ...put, name: page?.name ?? '', words: wordsOf(page) }, speechOf(country))
  return (
    <>
      <h3>{said.write.preview}</h3>
      <p className={c('text')}>{text}</p>
    </>
  )
}

type AboutProps = {
  readonly draft: typeof empty
  readonly set: (part: Partial<typeof empty>) => void
  readonly open: readonly MatterPage[]
  readonly page: MatterPage | undefined
}

function About({ draft, set, open, page }: AboutProps) {
  const { notices: said } = useWords()
  const sayable = wordsOf(page)
  const items = fixed[draft.template].filter((item) => item in sayable)
  return (
    <>
      <One
        label={said.write.about}
        values={open.map(({ id }) => id)}
        words={Object.fromEntries(open.map(({ id, name }) => [id, name]))}
        value={page?.id ?? ''}
        set={(matter) => set({ matter })}
      />
      {page?.settled === true ? null : <p className={c('warns')}>{said.matter.unsettled}</p>}
      {items.length === 0 ? <p className={c('warns')}>{said.matter.nothing}</p> : null}
      <Some
        label={said.write.say}
        of={items.map((item) => ({ id: item, name: said.items[item] }))}
        chosen={draft.items}
        set={(chosen) => set({ items: chosen })}
      />
    </>
  )
}
