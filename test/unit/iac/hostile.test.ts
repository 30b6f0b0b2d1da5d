import { mkdirSync, symlinkSync, truncateSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { UserError } from '../../../src/asl/user-error.js'
import { findMachines } from '../../../src/iac/load-machine-source.js'
import { filesWith } from './temporary.js'

/** What a file is refused with: the first line of what went wrong with it or with its first machine; '' if nothing did. */
function refusal(name: string, text: string): string {
  const path = filesWith({ [name]: text })
  try {
    return findMachines(path).problems[0]?.error.message ?? ''
  } catch (error) {
    if (error instanceof UserError) return error.message
    throw error
  }
}

/** Each key has ten times the value before it. */
function bomb(head: string, tail: string): string {
  const levels = Array.from({ length: 12 }, (_, n) => `a${n + 1}: &a${n + 1} [${Array(10).fill(`*a${n}`).join()}]`)
  return `${head}a0: &a0 [x, x]\n${levels.join('\n')}\n${tail}`
}

const machine = (definition: string): string =>
  `Resources: {M: {Type: AWS::StepFunctions::StateMachine, Properties: {Definition: ${definition}}}}\n`
const serverless = (definition: string): string => `stepFunctions: {stateMachines: {M: {definition: ${definition}}}}\n`

describe('a hostile file is refused in one line', () => {
  it.each([
    ['template.yaml', bomb('', machine('{StartAt: *a12}')), /alias bomb/],
    ['serverless.yml', bomb('', serverless('{StartAt: *a12}')), /alias bomb/],
    ['m.asl.yaml', bomb('', 'StartAt: *a12\n'), /alias|repeat|nested/i],
    ['template.yaml', `a: &a [*a]\n${machine('{StartAt: *a}')}`, /nested|alias/i],
    ['template.yaml', machine(`${'['.repeat(5000)}${']'.repeat(5000)}`), /nested more than \d+ levels deep/],
    ['serverless.yml', serverless(`${'{a: '.repeat(5000)}x${'}'.repeat(5000)}`), /nested more than \d+ levels deep/],
    ['stack.json', `{"deployment":{"resources":${'['.repeat(50_000)}${']'.repeat(50_000)}}}`, /nested|deep|valid/],
  ])('where it is nested or repeated without end (%s)', (name, text, expected) => {
    const message = refusal(name, text)
    expect(message).toMatch(expected)
    expect(message).not.toContain('\n')
  })

  it('where substitutions multiply', () => {
    const maps = Array.from({ length: 30 }, () => ['v', `{ "Fn::Sub": ["\${v}\${v}", {"v": `] as const)
    const nested = `${maps.map(([, open]) => open).join('')}"${'x'.repeat(100)}"${'}]}'.repeat(30)}`
    expect(refusal('template.yaml', machine(`{StartAt: A, Comment: ${nested}}`))).toMatch(/more than 16 MiB/)
  })

  it('where a function refers to itself', () => {
    const conditions = 'Conditions: {C: !Equals [!If [C, a, b], a], D: !Not [!Condition D]}\n'
    const text = `${conditions}${machine('{StartAt: !If [C, x, !If [D, y, z]], States: {}}')}`
    expect(refusal('template.yaml', text)).not.toContain('\n')
    const parameter = `Parameters: {P: {Type: String, Default: "\${P}"}}\n${machine('{StartAt: !Sub "${P}"}')}`
    expect(refusal('template.yaml', parameter)).toBe('')
  })

  it('where loops make too many resources', () => {
    const list = JSON.stringify(Array.from({ length: 20 }, (_, n) => `v${n}`))
    const loop = ['A', 'B', 'C', 'D'].reduceRight(
      (body, name) => `{"Fn::ForEach::${name}": [${name}, ${list}, ${body}]}`,
      '{"R${A}${B}${C}${D}": {Type: AWS::StepFunctions::StateMachine}}',
    )
    expect(refusal('template.yaml', `Resources: ${loop}\n`)).toMatch(
      /its loops make more than 5000 resources; use fewer$/,
    )
  })

  it.each(['template.yaml', 'serverless.yml', 'stack.json', 'main.tf'])('where it is too large (%s)', (name) => {
    const path = filesWith({ [name]: '{}' })
    truncateSync(path, 50 * 1024 * 1024)
    expect(() => findMachines(path)).toThrow(/50 MiB is too large to be read \(the limit is 16 MiB\)$/)
  })

  it('where names are those of every object', () => {
    const inherited = '{"__proto__": {"Type": "AWS::StepFunctions::StateMachine"}, "constructor": 1}'
    expect(refusal('template.json', `{"Resources": ${inherited}}`)).not.toContain('\n')
    const path = filesWith({ 'serverless.yml': serverless('{StartAt: "${self:constructor.name}", States: {}}') })
    expect(findMachines(path).machines[0]?.definition).toMatchObject({ StartAt: '${self:constructor.name}' })
  })
})

describe('a file outside of the project of a template is not read', () => {
  const idle = '{"StartAt":"A","States":{"A":{"Type":"Pass","End":true}}}'
  const uri = (path: string): string =>
    `Resources: {M: {Type: AWS::Serverless::StateMachine, Properties: {DefinitionUri: ${path}}}}\n`
  const included = (path: string): string =>
    machine(`{Fn::Transform: {Name: AWS::Include, Parameters: {Location: ${path}}}}`)
  const refusedIn = (files: Record<string, string>, prepare?: (folder: string) => void): string => {
    const path = filesWith(files)
    prepare?.(dirname(path))
    return findMachines(path).problems[0]?.error.message ?? ''
  }

  it.each([
    ['as the definition', uri],
    ['as a snippet', included],
  ])('%s', (_, template) => {
    const outside = filesWith({ 'm.json': idle })
    const inside = { 'service/template.yaml': template('../m.json'), 'm.json': idle }
    expect(refusedIn({ 'template.yaml': template(outside), '.git/HEAD': 'x' })).toContain(' is outside the project (')
    expect(refusedIn({ ...inside, '.git/HEAD': 'x' })).toBe('')
    expect(refusedIn(inside)).toBe('')
    expect(refusedIn({ ...inside, 'service/.git/HEAD': 'x' })).toContain(' is outside the project (')
  })

  it('by a link', () => {
    const outside = filesWith({ 'm.json': idle })
    const link = (folder: string): void => {
      mkdirSync(join(folder, '.git'))
      symlinkSync(outside, join(folder, 'link.json'))
    }
    expect(refusedIn({ 'template.yaml': uri('link.json') }, link)).toContain(' is outside the project (')
  })
})
