// How many bytes what is sealed to a device has: for whoever checks that, and needs none of what seals.

import { sealedNames } from '../core/vault/note.ts'
import { KEY_BYTES } from './field.ts'

/** A point of the curve, written whole. */
export const PUBLIC_KEY_BYTES = 65
const TAG_BYTES = 16

export const toDeviceBytes = (plain: number): number => PUBLIC_KEY_BYTES + plain + TAG_BYTES

/** All keys of a note, to a duty device. */
export const BUNDLE_BYTES = KEY_BYTES * sealedNames.length
export const WRAP_BYTES = toDeviceBytes(BUNDLE_BYTES)
export const SHARE_BYTES = KEY_BYTES + 1
export const KEEPER_BYTES = toDeviceBytes(SHARE_BYTES)
/** The secret half of a key whose open half lies with the house, to be handed to a few. */
export const SECRET_BYTES = 32
export const SLOT_BYTES = toDeviceBytes(SECRET_BYTES)
