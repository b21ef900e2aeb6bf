// Departments: what is said before the number, and what they are called.

import { useState } from 'react'
import { id } from '../../core/kit/ids.ts'
import { words } from '../speech/speech.ts'
import { classes } from '../ui/classes.ts'
import { Field, Press, Refusal, Remove } from './parts.tsx'
import styles from './show.module.css'
import type { Editing } from './show.tsx'

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
    <section className={c('section')} aria-label={words().office.departments.title}>
      {show.departments.length === 0 ? <p className={c('lack')}>{words().office.departments.lack}</p> : null}
      <table className={c('table', 'wraps')}>
        <tbody>
          {show.departments.map((one) => (
            <tr key={one.id}>
              <td className={c('num')}>{one.short}</td>
              <td>{one.name}</td>
              <td>{words().office.departments.cues({ many: one.cues })}</td>
              <td className={c('end')}>
                <Press
                  aria-label={`${words().office.change} ${one.name}`}
                  onClick={() => set({ department: one.id, short: one.short, title: one.name })}
                >
                  {words().office.change}
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
      <DepartmentForm form={form} set={set} put={() => void put()} refused={refused} />
    </section>
  )
}

function DepartmentForm({
  form,
  set,
  put,
  refused,
}: {
  readonly form: typeof none
  readonly set: (form: typeof none) => void
  readonly put: () => void
  readonly refused: string | null
}) {
  return (
    <form
      className={c('form')}
      onSubmit={(event) => {
        event.preventDefault()
        put()
      }}
    >
      <div className={c('fields')}>
        <Field
          label={words().office.departments.short}
          value={form.short}
          onChange={(event) => set({ ...form, short: event.target.value })}
        />
        <Field
          label={words().office.departments.name}
          value={form.title}
          onChange={(event) => set({ ...form, title: event.target.value })}
        />
      </div>
      <Refusal sentence={refused} />
      <div className={c('acts')}>
        <Press type="submit">
          {form.department === null ? words().office.departments.add : words().office.save}
        </Press>
        {form.department === null ? null : <Press onClick={() => set(none)}>{words().office.cancel}</Press>}
      </div>
    </form>
  )
}
