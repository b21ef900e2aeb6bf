// Who gets the report, and as whose; a producer's and a director's section by section.

import { useState } from 'react'
import { listedRoles, type ReportSection, sectionsFor } from '../../core/disclosure/lists.ts'
import { RECIPIENTS_MAX, type Recipient, type RecipientRole, recipientRoles } from '../../wire/post.ts'
import { useWords } from '../speech/speech.ts'
import { classes } from '../ui/classes.ts'
import { Choose, Field, Press, Remove } from './parts.tsx'
import type { Changing } from './post-form.tsx'
import { Letters } from './post-letters.tsx'
import styles from './show.module.css'
import type { PostDesk } from './use-post.ts'

const c = classes(styles)

/** Null where the policy table says what the role reads. */
const listFor = (role: RecipientRole): readonly ReportSection[] | null => {
  const listed = listedRoles.find((one) => one === role)
  return listed ? sectionsFor(listed) : null
}

export function Recipients({
  settings,
  change,
  desk,
  number,
}: Changing & { readonly desk: PostDesk; readonly number: number | null }) {
  const { post: words } = useWords()
  const { recipients } = settings
  const [address, setAddress] = useState('')
  const [role, setRole] = useState<RecipientRole>('SM')
  const [sections, setSections] = useState<readonly ReportSection[]>(['times'])
  const offered = listFor(role)
  const chosen = (offered ?? []).filter((one) => sections.includes(one))
  const add = () => {
    if (address.trim() === '' || (offered !== null && chosen.length === 0)) return
    const one: Recipient = { address: address.trim(), role, ...(offered ? { sections: chosen } : {}) }
    change({ recipients: [...recipients, one] })
    setAddress('')
  }
  return (
    <>
      <List settings={settings} change={change} />
      <div className={c('fields')}>
        <Address address={address} set={setAddress} add={add} />
        <Choose
          label={words.role}
          wide
          value={role}
          options={recipientRoles.map((id) => ({ id, name: words.roles[id] }))}
          choose={setRole}
        />
      </div>
      {offered ? <Sections offered={offered} chosen={sections} choose={setSections} /> : null}
      <div className={c('acts')}>
        <Press
          onClick={add}
          disabled={recipients.length >= RECIPIENTS_MAX || (offered !== null && chosen.length === 0)}
        >
          {words.add}
        </Press>
        {offered ? (
          <Press
            disabled={number === null || chosen.length === 0}
            onClick={() => number !== null && desk.read(number, { role, sections: chosen })}
          >
            {words.readList}
          </Press>
        ) : null}
      </div>
      {offered ? <Letters letters={desk.sample} /> : null}
    </>
  )
}

function List({ settings: { recipients }, change }: Changing) {
  const { post: words } = useWords()
  return (
    <ul className={c('list')}>
      {recipients.map((one) => (
        <li key={one.address} className={c('acts')}>
          <span>{one.address}</span>
          <span className={c('hint')}>{words.roles[one.role]}</span>
          {one.sections ? (
            <span className={c('hint')}>
              {one.sections.map((section) => words.sections[section]).join(', ')}
            </span>
          ) : null}
          <Remove
            what={one.address}
            act={() => change({ recipients: recipients.filter((other) => other !== one) })}
          />
        </li>
      ))}
    </ul>
  )
}

function Address({
  address,
  set,
  add,
}: {
  readonly address: string
  readonly set: (address: string) => void
  readonly add: () => void
}) {
  const { post: words } = useWords()
  return (
    <Field
      label={words.address}
      wide
      type="email"
      value={address}
      onChange={(event) => set(event.target.value)}
      onKeyDown={(event) => {
        if (event.key !== 'Enter') return
        event.preventDefault()
        add()
      }}
    />
  )
}

function Sections({
  offered,
  chosen,
  choose,
}: {
  readonly offered: readonly ReportSection[]
  readonly chosen: readonly ReportSection[]
  readonly choose: (sections: readonly ReportSection[]) => void
}) {
  const { post: words } = useWords()
  return (
    <fieldset className={c('plainSet')}>
      <legend className={c('hint')}>{words.sectionsHint}</legend>
      <div className={c('fields')}>
        {offered.map((one) => (
          <label key={one} className={c('choice')}>
            <input
              type="checkbox"
              checked={chosen.includes(one)}
              onChange={({ target }) =>
                choose(target.checked ? [...chosen, one] : chosen.filter((other) => other !== one))
              }
            />
            {words.sections[one]}
          </label>
        ))}
      </div>
    </fieldset>
  )
}
