// Makes one link after the other: the next is asked for when the one before has come, so that no queue runs over.

import { useEffect, useState } from 'react'
import { useLink, usePress, wallTime } from '../link/store.ts'
import { type CardPlan, groupOf, inviteFor, keepCards, keptCards, type MadeCard } from './cards.ts'

type Job = { readonly plan: CardPlan; readonly devices: number; readonly minutes: number }

export type Maker = {
  readonly cards: readonly MadeCard[]
  readonly left: number
  readonly refused: string | null
  make(plans: readonly CardPlan[], devices: number, minutes: number): void
}

export function useMaker(open: readonly { readonly id: string }[]): Maker {
  const link = useLink()
  const [cards, setCards] = useState<readonly MadeCard[]>(keptCards)
  const [jobs, setJobs] = useState<readonly Job[]>([])
  const [pressed, setPressed] = useState<string | null>(null)
  const [refused, refuse] = useState<string | null>(null)
  const outcome = usePress(pressed)?.outcome ?? null
  const job = jobs[0] ?? null
  useEffect(() => {
    if (job === null) return
    if (pressed === null) {
      // A place has one card: the link of the one before is closed as the new one is made.
      const old = cards.find((one) => one.key === job.plan.key)
      if (old && open.some((one) => one.id === old.group))
        link.press({ name: 'group.revoke', group: old.group, devices: false })
      setPressed(link.press(inviteFor(job.plan, job.devices, job.minutes)))
      return
    }
    if (outcome === null) return
    setPressed(null)
    if (outcome.kind !== 'done' || outcome.link === null) {
      refuse(outcome.kind === 'done' ? null : outcome.sentence)
      setJobs([])
      return
    }
    const until =
      (wallTime(link) ?? Date.now()) + inviteFor(job.plan, job.devices, job.minutes).minutes * 60_000
    const made: MadeCard = { ...job.plan, group: groupOf(outcome.link), path: outcome.link, until }
    const all = [...cards.filter((one) => one.key !== made.key), made]
    setCards(all)
    keepCards(all)
    setJobs(jobs.slice(1))
  }, [job, jobs, pressed, outcome, cards, open, link])
  return {
    cards,
    left: jobs.length,
    refused,
    make: (plans, devices, minutes) => {
      refuse(null)
      setJobs(plans.map((plan) => ({ plan, devices, minutes })))
    },
  }
}
