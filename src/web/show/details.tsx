// Title, house, address, country.

import { useState } from 'react'
import { promptSides } from '../../core/show/countries/pack.ts'
import { countryPack } from '../../core/show/countries/packs.ts'
import { useWords, words } from '../speech/speech.ts'
import { classes } from '../ui/classes.ts'
import { Choose, Field, Press, Refusal } from './parts.tsx'
import styles from './show.module.css'
import type { Editing } from './show.tsx'
import { useKept } from './use-kept.ts'

const c = classes(styles)

export function DetailsForm(editing: Editing) {
  return (
    <>
      <ShowForm {...editing} />
      <PlacesForm {...editing} />
    </>
  )
}

/** "SL1 Left wing": the first word is what it is called. */
function PlacesForm({ show, edit }: Editing) {
  const { details } = words().office
  const [text, setText] = useState(show.places.map(({ code, name }) => `${code} ${name}`.trim()).join('\n'))
  const { said, changed, keep } = useKept()
  const lines = text.split('\n').filter((line) => line.trim() !== '')
  const places = lines.map((line) => {
    const [code = '', ...rest] = line.trim().split(/\s+/)
    return { code: code.slice(0, 20), title: rest.join(' ') }
  })
  return (
    <form
      className={c('form')}
      aria-label={details.places}
      onSubmit={(event) => {
        event.preventDefault()
        void keep(
          () => edit({ name: 'places.set', places }),
          () => details.saved,
        )
      }}
    >
      <label className={c('label')}>
        {details.places}
        <textarea
          className={c('field')}
          value={text}
          onChange={(event) => {
            changed()
            setText(event.target.value)
          }}
        />
      </label>
      <p className={c('hint')}>{details.placesHint}</p>
      <Refusal sentence={said} />
      <div className={c('acts')}>
        <Press type="submit">{details.savePlaces}</Press>
      </div>
    </form>
  )
}

function ShowForm({ show, edit }: Editing) {
  const { title, venue, address, country, timeZone, promptSide } = show
  const [details, write] = useState({ title, venue, address, country, timeZone, promptSide })
  const { said, changed, keep } = useKept()
  const set = (next: typeof details) => {
    changed()
    write(next)
  }
  return (
    <form
      className={c('form')}
      aria-label={words().office.details.title}
      onSubmit={(event) => {
        event.preventDefault()
        void keep(
          () => edit({ name: 'details.change', details }),
          () => words().office.details.saved,
        )
      }}
    >
      <Field
        label={words().office.details.showTitle}
        value={details.title}
        maxLength={200}
        onChange={(event) => set({ ...details, title: event.target.value })}
      />
      <Field
        label={words().office.details.venue}
        value={details.venue}
        maxLength={200}
        onChange={(event) => set({ ...details, venue: event.target.value })}
      />
      <Address text={details.address} change={(address) => set({ ...details, address })} />
      <Choose
        label={words().office.details.country}
        value={details.country}
        options={[
          { id: 'GB', name: words().office.questions.countries.GB },
          { id: 'US', name: words().office.questions.countries.US },
        ]}
        choose={(to) => set({ ...details, country: to })}
      />
      <PromptSide details={details} choose={(promptSide) => set({ ...details, promptSide })} />
      <Field
        label={words().office.details.timeZone}
        value={details.timeZone}
        maxLength={200}
        onChange={(event) => set({ ...details, timeZone: event.target.value })}
      />
      <Refusal sentence={said} />
      <div className={c('acts')}>
        <Press main type="submit">
          {words().office.save}
        </Press>
      </div>
    </form>
  )
}

function Address({ text, change }: { readonly text: string; readonly change: (next: string) => void }) {
  return (
    <label className={c('label')}>
      {words().office.details.address}
      <textarea
        className={c('field')}
        value={text}
        maxLength={1000}
        onChange={(event) => change(event.target.value)}
      />
    </label>
  )
}

/** Where theatres have no prompt side nobody is asked for it. */
function PromptSide({
  details: { country, promptSide },
  choose,
}: {
  readonly details: Pick<Editing['show'], 'country' | 'promptSide'>
  readonly choose: (to: Editing['show']['promptSide']) => void
}) {
  const { helpForm } = useWords()
  if (countryPack(country).promptSide === 'none') return null
  const sides = promptSides.map((side) => ({ id: side, name: helpForm.promptSides[side] }))
  return (
    <Choose<Editing['show']['promptSide']>
      label={helpForm.promptSide}
      value={promptSide}
      options={[{ id: '', name: helpForm.promptSides.usual }, ...sides]}
      choose={choose}
    />
  )
}
