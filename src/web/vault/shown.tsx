// A note that was opened, to be read: each part with who it is for and since when it is right.

import { dayInWords, dayOf } from '../../core/kit/day.ts'
import { instant } from '../../core/kit/time.ts'
import { type Audience, type FieldName, fieldNames, type Note, readContact } from '../../core/vault/note.ts'
import { useWords } from '../speech/speech.ts'
import { classes } from '../ui/classes.ts'
import styles from './vault.module.css'

const c = classes(styles)

type Shown = { readonly note: Note; readonly only: readonly Audience[]; readonly timeZone: string }

export function ShownNote({ note, only, timeZone }: Shown) {
  const { myNote: words, sealedNotes } = useWords()
  const parts = fieldNames.flatMap((name) => {
    const field = note.fields[name]
    return field && field.text !== '' && only.includes(field.audience) ? [{ name, field }] : []
  })
  return (
    <dl className={c('shown')}>
      {parts.map(({ name, field }) => (
        <div key={name}>
          <dt>
            {words.fields[name]}{' '}
            <small>
              {sealedNotes.confirmed({
                day: dayInWords(dayOf(instant(field.confirmedAt), timeZone), false),
              })}
            </small>
          </dt>
          <dd>{name.startsWith('contact-') ? <Ring name={name} text={field.text} /> : field.text}</dd>
        </div>
      ))}
    </dl>
  )
}

/** A number is dialled by a tap and by nothing else. */
function Ring({ text }: { readonly name: FieldName; readonly text: string }) {
  const { myNote: words } = useWords()
  const contact = readContact(text)
  if (contact === null) return <>{text}</>
  const { name, relation, telephone, languages, told } = contact
  return (
    <>
      {[name, relation, languages].filter(Boolean).join(', ')}{' '}
      {telephone === '' ? null : <a href={`tel:${telephone.replaceAll(/[^+\d]/g, '')}`}>{telephone}</a>}
      <br />
      {words.contact.told}: {words.tellings[told]}
    </>
  )
}
