// What a device may say of sealed notes: as many duty devices as a note is sealed to, and not one more.

import { expect, test } from 'vitest'
import { KEEPERS_MAX, sealedNames } from '../core/vault/note.ts'
import { lettersOf } from '../sealing/bytes.ts'
import { BY_CODE_BYTES } from '../sealing/code.ts'
import { FIELD_SEALED_BYTES } from '../sealing/field.ts'
import { KEEPER_BYTES, WRAP_BYTES } from '../sealing/lengths.ts'
import { readVaultBody, VAULT_BYTES_MAX, WRAPS_MAX } from './vault.ts'

const letters = (bytes: number): string => 'A'.repeat(lettersOf(bytes))
const sealed = {
  fields: sealedNames.map(() => letters(FIELD_SEALED_BYTES)),
  byCode: letters(BY_CODE_BYTES),
  keepers: Array.from({ length: KEEPERS_MAX }, () => letters(KEEPER_BYTES)),
}
const kept = (many: number): string =>
  JSON.stringify({
    sealed,
    wraps: Array.from({ length: many }, (_, at) => ({
      device: `${at}`.padStart(80, 'd'),
      sealed: letters(WRAP_BYTES),
    })),
  })

test('VAULT-6: a note goes to the house sealed to as many duty devices as there may be, and one more is refused', () => {
  expect(readVaultBody('keep', kept(WRAPS_MAX)).ok).toBe(true)
  expect(Buffer.byteLength(kept(WRAPS_MAX))).toBeLessThan(VAULT_BYTES_MAX)
  expect(readVaultBody('keep', kept(WRAPS_MAX + 1))).toMatchObject({ ok: false })
})
