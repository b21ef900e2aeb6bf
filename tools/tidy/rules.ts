// Rules and tests belong together: every rule has a test, every test names its rule (HOUSE-11 to HOUSE-13).

import { calledName } from './shape.ts'
import {
  child,
  type Finding,
  lineAt,
  lineOf,
  list,
  literalText,
  type Node,
  type Source,
  type TextFile,
  walk,
  word,
} from './source.ts'

const ruleId = '[A-Z][A-Z0-9]*(?:-[A-Z][A-Z0-9]*)*-[0-9]+'
const titleShape = new RegExp(`^(${ruleId}(?:, ${ruleId})*): \\S`)
const ruleShape = new RegExp(`\\*\\*(${ruleId})\\*\\*`, 'g')

type Rule = { readonly id: string; readonly file: string; readonly line: number }

/** `specs` are the files of docs/specs, `tests` the test files and contract suites. */
export function checkRules(specs: readonly TextFile[], tests: readonly Source[]): Finding[] {
  const rules = specs.flatMap(rulesOf)
  const known = new Set(rules.map(({ id }) => id))
  const titles = tests.flatMap(titlesOf)
  const named = new Set(titles.flatMap(({ ids }) => ids))
  return [
    ...rules
      .filter(({ id }) => !named.has(id))
      .map((rule) => at(rule, 'HOUSE-11', `no test begins with ${rule.id}`)),
    ...rules
      .filter((rule) => rules.find(({ id }) => id === rule.id) !== rule)
      .map((rule) => at(rule, 'HOUSE-11', `${rule.id} is written down a second time`)),
    ...titles.flatMap((title) => {
      if (title.ids.length === 0)
        return [at(title, 'HOUSE-12', `the title must begin with a rule: "NOUN-1: …"`)]
      const strangers = title.ids.filter((id) => !known.has(id))
      return strangers.map((id) => at(title, 'HOUSE-12', `docs/specs knows no rule ${id}`))
    }),
    ...tests.flatMap(checkCalling),
    ...tests.flatMap(checkHonesty),
  ]
}

const at = (
  place: { readonly file: string; readonly line: number },
  rule: string,
  sentence: string,
): Finding => ({
  file: place.file,
  line: place.line,
  rule,
  sentence,
})

/** A rule is written down where its id stands in bold. */
function rulesOf(spec: TextFile): Rule[] {
  return [...spec.text.matchAll(ruleShape)].map((match) => ({
    id: match[1] ?? '',
    file: spec.path,
    line: lineAt(spec.text, match.index),
  }))
}

/** The ids that each test's title begins with; none where the title cannot be read. */
function titlesOf(source: Source): { file: string; line: number; ids: readonly string[] }[] {
  const titles: { file: string; line: number; ids: readonly string[] }[] = []
  walk(source.program, (node) => {
    if (!isTestCall(node)) return
    const title = literalText(list(node, 'arguments')[0])?.text ?? ''
    const ids = titleShape.exec(title)?.[1]?.split(', ') ?? []
    titles.push({ file: source.path, line: lineOf(source, node), ids })
  })
  return titles
}

/** `test('…')`, `it.for(cases)('…')`: the call that carries the title, not the one that makes it. */
function isTestCall(node: Node): boolean {
  if (node.type !== 'CallExpression') return false
  if (!isTestName(calledName(node))) return false
  const callee = child(node, 'callee')
  const makesAnother = ['each', 'for', 'skipIf', 'runIf', 'extend'].includes(lastName(callee) ?? '')
  const isHook = ['beforeEach', 'afterEach', 'beforeAll', 'afterAll'].includes(lastName(callee) ?? '')
  return !makesAnother && !isHook
}

const lastName = (callee: Node | undefined): string | undefined =>
  callee?.type === 'MemberExpression' ? word(child(callee, 'property'), 'name') : undefined

/** A test under another name would escape the title's rule: no `test as t`, no `const desk = test.extend(…)`. */
function checkCalling(source: Source): Finding[] {
  const findings: Finding[] = []
  walk(source.program, (node) => {
    const imported = node.type === 'ImportSpecifier' ? word(child(node, 'imported'), 'name') : undefined
    const renamed = isTestName(imported) && word(child(node, 'local'), 'name') !== imported
    const extended = node.type === 'CallExpression' && lastName(child(node, 'callee')) === 'extend'
    if (!renamed && !(extended && isTestName(calledName(node)))) return
    const place = { file: source.path, line: lineOf(source, node) }
    findings.push(at(place, 'HOUSE-12', 'a test is called test or it, so that its title can be seen'))
  })
  return findings
}

const isTestName = (name: string | undefined): boolean => name === 'test' || name === 'it'

/** Tests that are left out, alone, or cannot fail. */
function checkHonesty(source: Source): Finding[] {
  const findings: Finding[] = []
  walk(source.program, (node) => {
    const sentence = complaintAbout(node)
    if (sentence !== undefined) {
      findings.push({ file: source.path, line: lineOf(source, node), rule: 'HOUSE-13', sentence })
    }
  })
  return findings
}

function complaintAbout(node: Node): string | undefined {
  const object = child(node, 'object')
  if (node.type === 'MemberExpression' && object !== undefined) {
    const field = word(child(node, 'property'), 'name') ?? ''
    const of = object.type === 'Identifier' ? word(object, 'name') : calledName({ ...object, callee: object })
    if (!['test', 'it', 'describe', 'suite'].includes(of ?? '')) return undefined
    if (field === 'only') return 'the others would not run'
    if (['skip', 'skipIf', 'runIf', 'todo'].includes(field)) {
      return `.${field} leaves a test out without a word: call the context's skip(condition, 'why') inside it`
    }
    return undefined
  }
  if (node.type !== 'CallExpression') return undefined
  const callee = child(node, 'callee')
  const given = list(node, 'arguments')
  const [first] = given
  const isSkip = word(callee, 'name') === 'skip' || lastName(callee) === 'skip'
  if (isSkip && !saysSomething(given.at(-1))) return 'a test that is left out must say why: skip("why not")'
  if (word(callee, 'name') === 'expect' && first?.type === 'Literal')
    return 'this expects a constant, so it cannot fail'
  return undefined
}

/** A reason in words, or one worked out before; `skip(condition, reason)` ends with it too. */
const saysSomething = (reason: Node | undefined): boolean =>
  reason !== undefined && literalText(reason)?.text.trim() !== ''
