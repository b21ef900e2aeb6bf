// Who comes and goes in German and French plays: lists at the heads of scenes, and directions in words.

import { expect, test } from 'vitest'
import { breakDownTei } from './import.ts'

const says = (who: string) => `<sp who="#${who}"><speaker>${who}</speaker><p>eins zwei drei</p></sp>`
const stage = (text: string) => `<stage>${text}</stage>`
const persons = [
  ...[
    ['ann', 'Ännchen', 'FEMALE'],
    ['max', 'Max', 'MALE'],
    ['kaspar', 'Kaspar', 'MALE'],
  ],
  ...[
    ['lise', 'Lise', 'FEMALE'],
    ['orgon', 'Orgon', 'MALE'],
  ],
]
  .map(([id, name, sex]) => `<person xml:id="${id}" sex="${sex}"><persName>${name}</persName></person>`)
  .join('')

function told(language: string, ...scenes: readonly string[]) {
  const body = scenes.map((scene) => `<div type="scene">${scene}</div>`).join('\n')
  const text = `<TEI xml:lang="${language}"><teiHeader><listPerson>${persons}</listPerson></teiHeader><text><body>${body}</body></text></TEI>`
  const answer = breakDownTei(text, 'night')
  const onStage = answer.ok ? answer.onStage() : undefined
  if (!onStage) throw new Error('not read')
  return onStage
}

const on = (language: string, ...scenes: readonly string[]) =>
  told(language, ...scenes).presence.map(({ onStage }) => [...onStage].sort().join(' '))
const last = (language: string, scene: string) => {
  const event = told(language, scene).events.at(-1)
  return `${event?.kind} ${event?.ids.join(' ')}`
}

test('TEI-44: a scene has whoever its head or the directions before its first speech name', () => {
  expect(on('fr', `<head>SCÈNE I. Orgon, Lise.</head>${says('orgon')}`)).toEqual(['lise orgon'])
  expect(on('de', `<head>Erster Auftritt</head>${stage('Max. Kaspar.')}${says('max')}`)).toEqual([
    'kaspar max',
  ])
  expect(on('de', `<head>Erster Auftritt</head>${says('max')}${says('ann')}`)).toEqual(['max', 'ann max'])
})

test('TEI-44: as before adds whoever was on when the scene before ended, without those it excepts', () => {
  const first = `<head>SCÈNE I. Orgon, Lise.</head>${says('orgon')}`
  expect(on('fr', first, `<head>SCÈNE II. Les mêmes, Max.</head>${says('max')}`)[1]).toBe('lise max orgon')
  expect(on('fr', first, `<head>SCÈNE II. Lise.</head>${says('lise')}`)[1]).toBe('lise')
  const erste = `${stage('Max. Kaspar.')}${says('max')}`
  expect(on('de', erste, `${stage('Vorige. Ännchen.')}${says('ann')}`)[1]).toBe('ann kaspar max')
  expect(on('de', erste, `${stage('Vorige ohne Kaspar.')}${says('max')}`)[1]).toBe('max')
})

test('TEI-49: a crowd that is in no list joins the cast; where nobody speaks, whoever is told of is on; one servant is one', () => {
  const first = `${stage('Max mit Gefolge tritt auf.')}${says('max')}`
  expect(on('de', first, `${stage('Ännchen. Gefolge.')}${says('ann')}`)).toEqual([
    'gefolge max',
    'ann gefolge',
  ])
  const dumb = told('de', first, `${stage('Max und Kaspar, stumm.')}`)
  expect(dumb.events.filter(({ kind, ids }) => kind === 'in' && ids.includes('kaspar'))).toHaveLength(1)
  expect(on('de', `${stage('Kaspar tritt auf; Ännchen, Max.')}${says('max')}`)).toEqual(['ann kaspar max'])
})

test('TEI-45: German directions say who comes and goes', () => {
  const begin = `${stage('Es treten auf Max, Kaspar und Ännchen.')}${says('ann')}${says('max')}`
  expect(on('de', begin)).toEqual(['ann kaspar max', 'ann kaspar max'])
  expect(last('de', `${begin}${stage('Er geht ab.')}`)).toBe('out max')
  expect(last('de', `${begin}${stage('Sie geht ab.')}`)).toBe('out ann')
  expect(last('de', `${begin}${stage('Kaspar ab.')}`)).toBe('out kaspar')
  expect(last('de', `${begin}${stage('(ab)')}`)).toBe('out max')
  expect(last('de', `${begin}${stage('Alle ab außer Max.')}`)).toBe('out kaspar ann')
  expect(last('de', `${begin}${stage('Sie gehen ab.')}${says('kaspar')}`)).toBe('out max ann')
  expect(last('de', `${says('max')}${stage('Kaspar tritt auf.')}`)).toBe('in kaspar')
})

test('TEI-46: French directions say who comes and goes', () => {
  const begin = `<head>SCÈNE I. Orgon, Lise.</head>${says('lise')}${says('orgon')}`
  expect(last('fr', `${begin}${stage('Il sort.')}`)).toBe('out orgon')
  expect(last('fr', `${begin}${stage('Elle sort.')}`)).toBe('out lise')
  expect(last('fr', `${begin}${stage('Ils sortent.')}`)).toBe('out orgon lise')
  expect(last('fr', `${begin}${stage('Entre Max.')}${says('max')}`)).toBe('in max')
  expect(last('fr', `${begin}${stage('Tous sortent.')}`)).toBe('out orgon lise')
})
