// Which screen a device opens: by the path it asks for, else by what it was paired as.

import {
  type AddressedScreen,
  addressedScreens,
  ownScreen,
  type ScreenName,
} from '../../core/installation/screens.ts'
import type { ViewerLine } from '../../wire/messages.ts'

export type Screen = AddressedScreen

export function screenOfPath(path: string): Screen | null {
  const first = path.split('/')[1] ?? ''
  return addressedScreens.find((screen) => screen === first) ?? null
}

/** The first that fits: whoever calls sees the desk, whatever else they are. */
export const screenOfViewer = (line: ViewerLine): ScreenName => ownScreen(line)

/**
 * Where the desk sent it comes first; then its address, then what it was paired for. Whoever calls and asks for the
 * desk gets it: nobody may be sent away from where the show is called.
 */
export const screenFor = (line: ViewerLine, asked: Screen | null): Screen =>
  asked === 'desk' && line.roles.includes('caller') ? 'desk' : (line.sentTo ?? asked ?? screenOfViewer(line))
