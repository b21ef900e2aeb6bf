// Which pages beside its own screen a device is shown the way to: those that have something for whoever holds it.

import { may, sees, type Viewer } from '../disclosure/policy.ts'
import { type AddressedScreen, mayEditShow } from './screens.ts'

/** In the order in which they stand on one's own page. */
export const ways = [
  'notices',
  'care',
  'my-note',
  'accident-book',
  'sealed',
  'door-codes',
  'sign-in',
  'plan',
  'stage-map',
  'files',
] as const satisfies readonly AddressedScreen[]
export type Way = (typeof ways)[number]

type Held = { readonly viewer: Viewer; readonly firstAider: boolean }

const leads: Readonly<Record<Way, (held: Held) => boolean>> = {
  notices: ({ viewer }) => sees(viewer, 'notices') !== null,
  care: ({ viewer }) => sees(viewer, 'care') !== null,
  'my-note': ({ viewer }) => viewer.person !== null,
  'accident-book': ({ viewer }) => sees(viewer, 'accident book') !== null,
  sealed: ({ viewer, firstAider }) => firstAider || may(viewer, 'take command'),
  'door-codes': ({ viewer }) => may(viewer, 'let people sign in'),
  'sign-in': ({ viewer }) => sees(viewer, 'attendance') === 'all',
  plan: ({ viewer }) => sees(viewer, 'plans') !== null,
  'stage-map': ({ viewer }) => sees(viewer, 'whereabouts') === 'all',
  files: ({ viewer }) => mayEditShow(viewer),
}

export const waysFor = (held: Held): readonly Way[] => ways.filter((way) => leads[way](held))
