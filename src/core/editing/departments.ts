// Departments by what the caller says before the number.

import { id } from '../kit/ids.ts'
import { accepted, type Result, refused } from '../kit/result.ts'
import { departmentCalled } from '../show/departments.ts'
import type { Department, DepartmentId, Show } from '../show/show.ts'
import type { EditNamed } from './edit.ts'

const spoken = (text: string): string => text.toUpperCase().replaceAll(/\s/g, '')

/** The department that is called so, by its short name or its whole one. */
export const departmentOf = ({ departments }: Pick<Show, 'departments'>, said: string): Department | null =>
  departments.find((one) => spoken(one.short) === spoken(said) || spoken(one.name) === spoken(said)) ?? null

/** One that is not there yet, under an id of its own. */
export function newDepartment({ departments }: Show, said: string): Department {
  const word = spoken(said)
  const plain = word.toLowerCase().replaceAll(/[^\p{L}\p{N}]/gu, '') || 'department'
  let name = plain
  for (let count = 2; departments.some((one) => one.id === name); count += 1) name = `${plain}-${count}`
  return { ...departmentCalled(id<'department'>(word)), id: id<'department'>(name) }
}

export function putDepartment(
  show: Show,
  { department, short, title }: EditNamed<'department.put'>,
): Result<Show> {
  const word = short.trim()
  if (word === '') return refused('short', 'Say what is called before the number, such as LX.')
  const twin = departmentOf(show, word)
  if (twin && twin.id !== department)
    return refused('short', `${twin.name} is called ${twin.short} already: both would move on one call.`)
  if (department === null) {
    const fresh = newDepartment(show, word)
    const named = { ...fresh, name: title.trim() || fresh.name }
    return accepted({ ...show, departments: [...show.departments, named] })
  }
  if (!show.departments.some((one) => one.id === department)) return gone
  const changed = (one: Department): Department => ({
    ...one,
    short: word,
    name: title.trim() || one.name,
  })
  const departments = show.departments.map((one) => (one.id === department ? changed(one) : one))
  return accepted({ ...show, departments })
}

const gone = refused('no-such-department', 'That department is not there any more.')

export function removeDepartment(show: Show, department: DepartmentId): Result<Show> {
  const found = show.departments.find((one) => one.id === department)
  if (!found) return gone
  const cues = show.cues.filter((cue) => cue.department === department).length
  if (cues > 0)
    return refused(
      'has-cues',
      `${found.name} has ${cues === 1 ? 'a cue' : `${cues} cues`}: remove them first.`,
    )
  const named =
    show.engagements.some((one) => one.department === department) ||
    show.presets.some((one) => one.department === department)
  if (named)
    return refused('in-use', `The plan counts on ${found.name}: somebody works in it or sets for it.`)
  return accepted({ ...show, departments: show.departments.filter((one) => one.id !== department) })
}
