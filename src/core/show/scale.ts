// The same show in less time: for a demonstration that plays a whole night while somebody drinks a coffee.

import type { Anchor, Cue, Show, Trigger } from './show.ts'

/** Planned seconds of a show's first edition, intervals included. */
export function plannedSeconds(show: Show): number {
  const inOrder = new Set(show.editions[0]?.items ?? show.items.map((item) => item.id))
  return show.items.reduce((total, item) => (inOrder.has(item.id) ? total + item.seconds : total), 0)
}

/** Every length and every point of the plan multiplied by `factor`; walking times stay what they are. */
export function scaleShow(show: Show, factor: number): Show {
  const scaled = (seconds: number) => Math.round(seconds * factor * 1000) / 1000
  const anchored = (anchor: Anchor): Anchor => ({ ...anchor, seconds: scaled(anchor.seconds) })
  return {
    ...show,
    items: show.items.map((item) => ({
      ...item,
      seconds: scaled(item.seconds),
      secondsLate: item.secondsLate === undefined ? undefined : scaled(item.secondsLate),
      shorter: item.shorter?.map((cut) => ({ ...cut, from: scaled(cut.from), to: scaled(cut.to) })),
    })),
    obligations: show.obligations.map((one) => ({
      ...one,
      anchor: anchored(one.anchor),
      seconds: scaled(one.seconds),
    })),
    cues: show.cues.map((cue) => scaleCue(cue, scaled, anchored)),
    vamps: show.vamps.map((one) => ({
      ...one,
      anchor: anchored(one.anchor),
      seconds: scaled(one.seconds),
      secondsMax: scaled(one.secondsMax),
    })),
    changes: show.changes.map((one) => ({
      ...one,
      anchor: anchored(one.anchor),
      seconds: scaled(one.seconds),
    })),
    handOffs: show.handOffs.map((one) => ({ ...one, anchor: anchored(one.anchor) })),
    script: show.script.map((line) => ({ ...line, seconds: scaled(line.seconds) })),
  }
}

function scaleCue(cue: Cue, scaled: (seconds: number) => number, anchored: (anchor: Anchor) => Anchor): Cue {
  const trigger: Trigger =
    cue.trigger.kind === 'timed' || cue.trigger.kind === 'auto-follow'
      ? { ...cue.trigger, seconds: scaled(cue.trigger.seconds) }
      : cue.trigger
  return {
    ...cue,
    trigger,
    anchor: anchored(cue.anchor),
    warn: cue.warn === undefined ? undefined : anchored(cue.warn),
    standby: cue.standby === undefined ? undefined : anchored(cue.standby),
  }
}
