// Departments: what is said before the number, and what they are called.

import { useState } from 'react'
import { id } from '../../core/kit/ids.ts'
import { classes } from '../ui/classes.ts'
import { Field, Press, Refusal, Remove } from './parts.tsx'
import styles from './show.module.css'
import type { Editing } from './show.tsx'
import { words } from './show-words.ts'

const c = classes(styles)
const none = { department: null as string | null, short: '', title: '' }

export function Departments({ show, edit }: Editing) {
  const [form, set] = useState(none)
  const [refused, refuse] = useState<string | null>(null)
  const put = async () => {
    const department = form.department === null ? null : id<'department'>(form.department)
    const why = await edit({ name: 'department.put', department, short: form.short, title: form.title })
    refuse(why)
    if (why === null) set(none)
  }
  return (
    <section className={c('section')} aria-label={words.departments.title}>
      {show.departments.length === 0 ? <p className={c('lack')}>{words.departments.lack}</p> : null}
      <table className={c('table')}>
        <tbody>
          {show.departments.map((one) => (
            <tr key={one.id}>
              <td className={c('num')}>{one.short}</td>
              <td>{one.name}</td>
              <td>{words.departments.cues(one.cues)}</td>
              <td className={c('end')}>
                <Press
                  aria-label={`${words.change} ${one.name}`}
                  onClick={() => set({ department: one.id, short: one.short, title: one.name })}
                >
                  {words.change}
                </Press>{' '}
                <Remove
                  what={one.name}
                  act={() =>
                    void edit({ name: 'department.remove', department: id<'department'>(one.id) }).then(
                      refuse,
                    )
                  }
                />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      <form
        className={c('form')}
        onSubmit={(event) => {
          event.preventDefault()
          void put()
        }}
      >
        <div className={c('fields')}>
          <Field
            label={words.departments.short}
            value={form.short}
            onChange={(event) => set({ ...form, short: event.target.value })}
          />
          <Field
            label={words.departments.name}
            value={form.title}
            onChange={(event) => set({ ...form, title: event.target.value })}
          />
        </div>
        <Refusal sentence={refused} />
        <div className={c('acts')}>
          <Press type="submit">{form.department === null ? words.departments.add : words.save}</Press>
          {form.department === null ? null : <Press onClick={() => set(none)}>{words.cancel}</Press>}
        </div>
      </form>
    </section>
  )
}
