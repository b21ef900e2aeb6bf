// What a device is told of itself, and when it has become another.

import type { Device } from '../../core/installation/installation.ts'
import type { ViewerLine } from '../../wire/messages.ts'

export const youAre = ({ id, name, roles, person, department, place, screen }: Device): ViewerLine => ({
  device: id,
  name,
  roles,
  person,
  department,
  place,
  sentTo: screen,
})

/** It may see something else from now on. */
export const isAnother = (before: Device, now: Device): boolean =>
  before.person !== now.person || before.place !== now.place || before.roles.join() !== now.roles.join()
