// What is said of devices, groups and the house, as a device sends it: for the installation rather than for the performance.

import { z } from 'zod'
import { GROUPS_MAX } from '../core/installation/decide-groups.ts'
import { screenNames } from '../core/installation/screens.ts'
import { performanceKinds } from '../core/show/kinds.ts'
import { short } from './short-name.ts'

export const deviceCommands = () =>
  [
    z.strictObject({
      name: z.literal('device.invite'),
      title: z.string().max(200),
      roles: z.array(short).max(16),
      person: short.nullable(),
      department: short.nullable(),
      place: short.nullable(),
    }),
    z.strictObject({ name: z.literal('device.revoke'), device: short }),
    z.strictObject({ name: z.literal('device.rename'), device: short, title: z.string().max(200) }),
    z.strictObject({
      name: z.literal('device.redirect'),
      device: short,
      screen: z.enum(screenNames).nullable(),
    }),
    z.strictObject({ name: z.literal('device.identify'), device: short }),
    z.strictObject({ name: z.literal('device.give'), device: short, person: short }),
    z.strictObject({
      name: z.literal('group.invite'),
      title: z.string().max(200),
      roles: z.array(short).max(16),
      department: short.nullable(),
      place: short.nullable(),
      devices: z.int().min(1).max(10_000),
      minutes: z.int().min(1).max(100_000),
    }),
    z.strictObject({ name: z.literal('group.code'), group: short }),
    z.strictObject({
      name: z.literal('group.renew'),
      groups: z.array(short).min(1).max(GROUPS_MAX),
      devices: z.int().min(1).max(10_000),
      minutes: z.int().min(1).max(100_000),
    }),
    z.strictObject({ name: z.literal('group.revoke'), group: short, devices: z.boolean() }),
    z.strictObject({
      name: z.literal('performance.next'),
      curtainAt: z.int().min(0),
      kind: z.enum(performanceKinds).optional(),
    }),
    z.strictObject({ name: z.literal('certificate.make') }),
  ] as const
