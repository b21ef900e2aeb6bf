// One part of a note: its words, or whom to ring, and who may read it.

import {
  audiences,
  type Contact,
  type FieldName,
  type Note,
  readContact,
  tellings,
} from '../../core/vault/note.ts'
import { useWords } from '../speech/speech.ts'
import { classes } from '../ui/classes.ts'
import styles from './vault.module.css'

const c = classes(styles)

export type PartOf = {
  readonly name: FieldName
  readonly note: Note
  readonly lengthMax: number
  readonly change: (note: Note) => void
  /** In the part that was changed last: keeping it is in reach, however long the page is; and what came of that. */
  readonly keeping: { readonly keep: () => void; readonly said: string } | null
}

export function Part({ name, note, lengthMax, change, keeping }: PartOf) {
  const { myNote: words } = useWords()
  const field = note.fields[name]
  const { text, audience } = field ?? { text: '', audience: 'responders' as const }
  const put = (parts: { readonly text?: string; readonly audience?: typeof audience }) =>
    change({
      ...note,
      fields: { ...note.fields, [name]: { text, audience, ...parts, confirmedAt: Date.now() } },
    })
  return (
    <details className={c('part')}>
      <summary className={c('summary')}>
        {words.fields[name]}
        <span className={c('hint')}>{text === '' ? words.empty : `✓ ${words.audienceShort[audience]}`}</span>
      </summary>
      <div className={c('section')}>
        {name.startsWith('contact-') ? (
          <Ring text={text} put={(next) => put({ text: next })} />
        ) : (
          <textarea
            className={c('field')}
            aria-label={words.fields[name]}
            value={text}
            maxLength={lengthMax}
            onChange={(event) => put({ text: event.target.value })}
          />
        )}
        <label className={c('label')}>
          {words.audience}
          <select
            className={c('field')}
            value={audience}
            onChange={(event) => {
              const chosen = audiences.find((one) => one === event.target.value)
              if (chosen) put({ audience: chosen })
            }}
          >
            {audiences.map((one) => (
              <option key={one} value={one}>
                {words.audiences[one]}
              </option>
            ))}
          </select>
        </label>
        {keeping === null ? null : (
          <div className={c('keep')}>
            <button type="button" className={c('button', 'main')} onClick={keeping.keep}>
              {words.save}
            </button>
            <p>{keeping.said}</p>
          </div>
        )}
      </div>
    </details>
  )
}

const nobody: Contact = { name: '', relation: '', telephone: '', languages: '', told: 'please-call' }

function Ring({ text, put }: { readonly text: string; readonly put: (text: string) => void }) {
  const { myNote: words } = useWords()
  const contact = readContact(text) ?? nobody
  const lines = ['name', 'relation', 'telephone', 'languages'] as const
  const change = (parts: Partial<Contact>) => put(JSON.stringify({ ...contact, ...parts }))
  return (
    <div className={c('section')}>
      {lines.map((line) => (
        <label key={line} className={c('label')}>
          {words.contact[line]}
          <input
            className={c('field')}
            value={contact[line]}
            maxLength={80}
            autoComplete="off"
            type={line === 'telephone' ? 'tel' : 'text'}
            onChange={(event) => change({ [line]: event.target.value })}
          />
        </label>
      ))}
      <label className={c('label')}>
        {words.contact.told}
        <select
          className={c('field')}
          value={contact.told}
          onChange={(event) => {
            const told = tellings.find((one) => one === event.target.value)
            if (told) change({ told })
          }}
        >
          {tellings.map((one) => (
            <option key={one} value={one}>
              {words.tellings[one]}
            </option>
          ))}
        </select>
      </label>
    </div>
  )
}
