// One touch by a hand that shakes: held for a second, with some drift and short lifts; or three taps.

export const HOLD_MS = 1_000
export const DRIFT_PX_MAX = 40
export const LIFT_MS_MAX = 150
const TAPS = 3
/** The three of them within this. */
export const TAPS_MS = 2_000

type Point = { readonly x: number; readonly y: number; readonly at: number }
type Pressed = Point & { readonly liftedAt: number | null }

/** Nothing is pressed: null. `taps`: when each of the last ones came down. */
export type Hand = { readonly pressed: Pressed | null; readonly taps: readonly number[] }
export type Felt = { readonly hand: Hand; readonly raised: 'hold' | 'taps' | null }

export const stillHand: Hand = { pressed: null, taps: [] }

const near = (one: Point, other: Point): boolean =>
  Math.hypot(one.x - other.x, one.y - other.y) <= DRIFT_PX_MAX

const going = (hand: Hand): Felt => ({ hand, raised: null })

export function down(hand: Hand, point: Point): Felt {
  const taps = [...hand.taps.filter((at) => point.at - at <= TAPS_MS), point.at].slice(-TAPS)
  if (taps.length === TAPS) return { hand: stillHand, raised: 'taps' }
  const { pressed } = hand
  const isSame =
    pressed !== null &&
    near(pressed, point) &&
    (pressed.liftedAt === null || point.at - pressed.liftedAt <= LIFT_MS_MAX)
  return going({ taps, pressed: isSame ? { ...pressed, liftedAt: null } : { ...point, liftedAt: null } })
}

export function moved(hand: Hand, point: Point): Felt {
  if (hand.pressed === null || near(hand.pressed, point)) return passed(hand, point.at)
  return going({ ...hand, pressed: null })
}

export function lifted(hand: Hand, at: number): Felt {
  const felt = passed(hand, at)
  if (felt.raised !== null || felt.hand.pressed === null) return felt
  return going({ ...felt.hand, pressed: { ...felt.hand.pressed, liftedAt: at } })
}

/** Time went by. */
export function passed(hand: Hand, at: number): Felt {
  const { pressed } = hand
  if (pressed === null) return going(hand)
  if (pressed.liftedAt !== null)
    return at - pressed.liftedAt > LIFT_MS_MAX ? going({ ...hand, pressed: null }) : going(hand)
  return at - pressed.at >= HOLD_MS ? { hand: stillHand, raised: 'hold' } : going(hand)
}
