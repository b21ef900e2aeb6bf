// Which screens there are for devices, and which of them a device's role may see.

import { sees, type Viewer } from '../disclosure/policy.ts'

/** In the order in which they fit: whoever calls opens the desk, whatever else they are. */
export const screenNames = ['desk', 'department', 'pocket', 'board'] as const
export type ScreenName = (typeof screenNames)[number]

/** What a device was paired for, as far as screens go by it; also as it comes over the wire. */
type Sight = Pick<Viewer, 'roles'> & { readonly person: string | null; readonly department: string | null }

const fits: Readonly<Record<ScreenName, (viewer: Viewer) => boolean>> = {
  desk: (viewer) => sees(viewer, 'cues') === 'all',
  department: (viewer) => viewer.department !== null && sees(viewer, 'cues') === 'side',
  pocket: ({ person }) => person !== null,
  board: (viewer) => sees(viewer, 'position') === 'all',
}

/** The screens a device with these roles may be sent to. */
export function screensFor(sight: Sight): readonly ScreenName[] {
  // `as`: which one it is does not matter here, only whether there is one.
  const viewer = { ...sight, device: '', place: null } as Viewer
  return screenNames.filter((screen) => fits[screen](viewer))
}

/** What it opens when nobody says otherwise. */
export const ownScreen = (sight: Sight): ScreenName => screensFor(sight)[0] ?? 'board'
