// Which screen a device opens: by the path it asks for, else by what it was paired as.

import type { ViewerLine } from '../../wire/messages.ts'

export const screens = ['desk', 'department', 'pocket', 'board', 'join', 'report'] as const
export type Screen = (typeof screens)[number]

export function screenOfPath(path: string): Screen | null {
  const first = path.split('/')[1] ?? ''
  return screens.find((screen) => screen === first) ?? null
}

/** The first that fits: whoever calls sees the desk, whatever else they are. */
export function screenOfViewer({ roles, department, person }: ViewerLine): Screen {
  if (roles.some((role) => ['caller', 'SM', 'ASM'].includes(role))) return 'desk'
  if (department !== null && roles.some((role) => ['dept', 'dresser', 'MD'].includes(role)))
    return 'department'
  return person === null ? 'board' : 'pocket'
}
