// Help in this building: the number and who has confirmed it, the door for the crew, AED, first aid, who approves the card.

import { useState } from 'react'
import { countryPack } from '../../core/show/countries/packs.ts'
import { type Help, type HelpField, helpFields } from '../../core/show/help.ts'
import { useWords } from '../speech/speech.ts'
import { classes } from '../ui/classes.ts'
import { Field, Press, Refusal } from './parts.tsx'
import styles from './show.module.css'
import type { Editing } from './show.tsx'
import { useKept } from './use-kept.ts'

const c = classes(styles)
const days: readonly HelpField[] = ['confirmedOn', 'aedChecked', 'approvedOn']
const LENGTH_MAX = 200
/** A day as it is written here: a browser’s own calendar is bright, and takes four tabs. */
const DAY = '2026-11-24'
/** What is dialled is short. */
const dialled: readonly HelpField[] = ['number', 'outsideLine']
const DIALLED_MAX = 20

const filled = (help: Help): Record<HelpField, string> =>
  // `as`: made from the list of all fields.
  Object.fromEntries(helpFields.map((field) => [field, help[field] ?? ''])) as Record<HelpField, string>

export function HelpForm({ show, edit }: Editing) {
  const { helpForm: said, office } = useWords()
  const [help, set] = useState(() => filled(show.help))
  const { said: told, changed, keep } = useKept()
  const { emergencyNumber } = countryPack(show.country)
  const fresh = renewed(show.help, help)
  const save = async () => {
    const why = await edit({ name: 'help.set', help })
    if (why === null && fresh) set((now) => ({ ...now, confirmedBy: '', confirmedOn: '' }))
    return why
  }
  return (
    <form
      className={c('form')}
      aria-label={said.title}
      onSubmit={(event) => {
        event.preventDefault()
        void keep(save, () => (fresh ? said.again : said.saved))
      }}
    >
      <p className={c('hint')}>{said.why}</p>
      <p className={c('hint')}>
        {said.proposed({ number: emergencyNumber, country: office.questions.countries[show.country] })}
      </p>
      <div className={c('fields', 'roomy')}>
        {helpFields.map((field) => (
          <Field
            key={field}
            label={said.fields[field]}
            placeholder={days.includes(field) ? DAY : undefined}
            value={help[field]}
            maxLength={dialled.includes(field) ? DIALLED_MAX : LENGTH_MAX}
            onChange={(event) => {
              changed()
              set({ ...help, [field]: event.target.value })
            }}
          />
        ))}
      </div>
      <Refusal sentence={told} />
      <div className={c('acts')}>
        <Press main type="submit">
          {office.save}
        </Press>
      </div>
    </form>
  )
}

/** As the server has it: the word for another number is no word for this one. */
function renewed(before: Help, now: Readonly<Record<HelpField, string>>): boolean {
  const same = (field: HelpField) => (before[field] ?? '') === now[field].trim()
  const confirmed = now.confirmedBy !== '' && same('confirmedBy') && same('confirmedOn')
  return confirmed && !(same('number') && same('outsideLine') && same('telephones'))
}
