// The beat as sound and in the hand: handed to the device ahead of time, so that a page that stutters does not.

import type { Beat } from '../../core/incident/beat.ts'

const CLICK_HZ = 1_000
const CLICK_S = 0.06
const VIBRATE_MS = 40

export type Sound = {
  /** Browsers give sound only to whoever has touched the page. */
  wake(): void
  /** False until it may be heard. */
  isHeard(): boolean
  play(beat: Beat, now: number): void
  /** What was handed on and has not sounded yet is taken back. */
  hush(): void
}

export function openSound(): Sound {
  let context: AudioContext | null = null
  const planned = new Set<() => void>()
  const isHeard = () => context?.state === 'running'
  return {
    isHeard,
    wake: () => {
      context ??= new AudioContext()
      void context.resume()
    },
    play: ({ at }, now) => {
      const wait = Math.max(0, at - now)
      const timer = setTimeout(() => navigator.vibrate?.(VIBRATE_MS), wait)
      const click = context && isHeard() ? clickAt(context, context.currentTime + wait / 1_000) : null
      const cancel = () => {
        clearTimeout(timer)
        click?.stop()
      }
      planned.add(cancel)
      setTimeout(() => planned.delete(cancel), wait + 1_000)
    },
    hush: () => {
      for (const cancel of planned) cancel()
      planned.clear()
    },
  }
}

function clickAt(context: AudioContext, when: number): OscillatorNode {
  const [tone, loud] = [context.createOscillator(), context.createGain()]
  tone.frequency.value = CLICK_HZ
  loud.gain.setValueAtTime(0.0001, when)
  loud.gain.exponentialRampToValueAtTime(0.9, when + 0.004)
  loud.gain.exponentialRampToValueAtTime(0.0001, when + CLICK_S)
  tone.connect(loud).connect(context.destination)
  tone.start(when)
  tone.stop(when + CLICK_S)
  return tone
}
