// Plain requests about sealed notes: only by a safe way, only from this house's devices, and the same answer to whoever has no right.

import { may, type Viewer } from '../../core/disclosure/policy.ts'
import type { Result } from '../../core/kit/result.ts'
import { readVaultBody, type VaultPath, vaultPaths } from '../../wire/vault.ts'
import type { Care } from '../care/care.ts'
import type { Notices } from '../notice/notices.ts'
import type { OwnerAnswer } from '../owner/owner.ts'
import type { Asks } from '../vault/asks.ts'
import type { Vault } from '../vault/vault.ts'
import { refusal, type Said } from './incident.ts'

export const SEALED_PATH = '/api/sealed/'

export type Sealed = {
  readonly vault: Vault
  readonly asks: Asks
  readonly notices: Notices
  readonly care: Care
  close(): Promise<void>
}

const NOT_SAFE =
  'Sealed notes are neither shown nor taken over this address: it is plain HTTP, and others in the network could read along. Open the house’s safe address (https); “Trust this house” on the first page says how.'

export async function takeSealed(
  sealed: Pick<Sealed, 'vault' | 'asks'>,
  {
    path,
    viewer,
    isSafe,
  }: { readonly path: string; readonly viewer: Viewer | null; readonly isSafe: boolean },
  text: string,
): Promise<Said> {
  if (!isSafe) return refusal(403, 'not-safe', NOT_SAFE)
  if (viewer === null) return refusal(401, 'not-paired', 'This device is not paired yet.')
  const name = vaultPaths.find((one) => one === path.slice(SEALED_PATH.length))
  if (name === undefined) return refusal(404, 'not-found', 'There is nothing at this address.')
  const { body, said } = read(name, text)
  return said ?? answer(sealed, viewer, name, body)
}

function read(name: VaultPath, text: string): { readonly body: unknown; readonly said: Said | null } {
  const told = readVaultBody(name, text)
  if (told.ok) return { body: told.body, said: null }
  return { body: null, said: refusal(400, 'wrong-message', `This cannot be understood (${told.what}).`) }
}

/** `as` throughout: what was read by the schema of that very path. */
async function answer(
  { vault, asks }: Pick<Sealed, 'vault' | 'asks'>,
  viewer: Viewer,
  name: VaultPath,
  body: unknown,
): Promise<Said> {
  type Body<Path extends VaultPath> = Extract<ReturnType<typeof readVaultBody<Path>>, { ok: true }>['body']
  switch (name) {
    case 'own':
      return saying(await vault.own(viewer, (body as Body<'own'>).key))
    case 'keep':
      return saying(await vault.keep(viewer, body as Body<'keep'>))
    case 'remove':
      return saying(await vault.remove(viewer))
    case 'duty':
      return saying(await vault.duty(viewer, (body as Body<'duty'>).key))
    case 'opened': {
      const opened = body as unknown as Parameters<Vault['opened']>[1]
      return recorded(await vault.opened(viewer, opened), { taken: opened.said.map(({ id }) => id) })
    }
    case 'ask':
      return saying(await asks.ask(viewer, body as Body<'ask'>))
    case 'look':
      return recorded(await vault.look(viewer, (body as Body<'look'>).opening), { looked: true })
    case 'told':
      return { status: 200, body: await vault.told(viewer) }
    case 'keeping':
      return saying(await vault.keeping(viewer, (body as Body<'keeping'>).key))
    case 'exposure':
      return may(viewer, 'pair devices') && viewer.roles.includes('SM')
        ? { status: 200, body: await vault.exposure((body as Body<'exposure'>).device) }
        : refusal(403, 'not-yours', 'A stage manager looks at this.')
    default:
      return name satisfies never
  }
}

const saying = (result: Result<unknown>): Said =>
  result.ok ? { status: 200, body: result.value } : refusal(403, result.refusal.code, result.refusal.sentence)

function recorded(told: OwnerAnswer, body: unknown): Said {
  if (told.ok) return { status: 200, body }
  return 'refusal' in told
    ? refusal(403, told.refusal.code, told.refusal.sentence)
    : refusal(503, 'failed', told.failure)
}
