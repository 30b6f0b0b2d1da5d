import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import * as fc from 'fast-check'
import { stringify } from 'yaml'
import { isObject, type Json, member } from '../../../src/asl/json.js'
import { parseLocated } from '../../../src/asl/parse.js'
import { UserError } from '../../../src/asl/user-error.js'
import { machineFromSource } from '../../../src/harness/machines/machine.js'
import { problemsOf } from '../../../src/harness/checks/problems.js'
import { findMachines } from '../../../src/iac/load-machine-source.js'
import { generatedCases } from '../../properties/machines.js'
import { spoilt, values } from '../hostile.js'
import { MEMBERS } from '../members.js'
import { mutated, mutationsWith } from '../mutate.js'
import { type Target, textOf } from '../target.js'

const FUNCTIONS: readonly (readonly [string, Json])[] = [
  ['Fn::Sub', 'arn:${AWS::Partition}:x:${Fn.Arn}:${!Literal}'],
  ['Fn::Sub', ['${a}', { a: { Ref: 'P' } }]],
  ['Fn::GetAtt', ['Fn', 'Arn']],
  ['Fn::GetAtt', 'Fn.Arn'],
  ['Ref', 'P'],
  ['Ref', 'AWS::Region'],
  ['Fn::Join', ['', ['{', { Ref: 'P' }, '}']]],
  ['Fn::If', ['C', { Ref: 'P' }, { Ref: 'AWS::NoValue' }]],
  ['Fn::FindInMap', ['M', 'a', 'b']],
  ['Fn::Select', [1, ['a', 'b']]],
  ['Fn::Split', [',', 'a,b']],
  ['Fn::ImportValue', 'x'],
  ['Fn::Transform', { Name: 'AWS::Include' }],
  ['Fn::ForEach::X', ['I', ['a'], {}]],
  ['Conditions', { C: { 'Fn::Equals': [{ Ref: 'P' }, 'x'] }, D: { 'Fn::Not': [{ Condition: 'D' }] } }],
  ['Condition', 'C'],
  ['Parameters', { P: { Type: 'String', Default: 'x' } }],
  ['DefinitionSubstitutions', { a: { 'Fn::GetAtt': ['Fn', 'Arn'] } }],
  ['DefinitionString', '{"StartAt":"A","States":{"A":{"Type":"Pass","End":true}}}'],
  ['DefinitionString', '${a}'],
  ['DefinitionUri', 'missing.asl.json'],
  ['DefinitionUri', '../../../../../../etc'],
  ['DefinitionS3Location', { Bucket: 'b', Key: 'k' }],
  ['Type', 'AWS::Serverless::StateMachine'],
  ['StateMachineType', 'EXPRESS'],
  ...MEMBERS,
]

function templateWith(definition: Json, serverless: boolean): Json {
  return {
    Parameters: { P: { Type: 'String', Default: 'p' } },
    Resources: {
      Fn: { Type: 'AWS::Lambda::Function', Properties: { Runtime: 'nodejs20.x', Timeout: 3, MemorySize: 128 } },
      Machine: serverless
        ? { Type: 'AWS::Serverless::StateMachine', Properties: { Definition: definition } }
        : {
            Type: 'AWS::StepFunctions::StateMachine',
            Properties: { DefinitionString: { 'Fn::Sub': JSON.stringify(definition) } },
          },
    },
  }
}

const documentsOfMachines = fc
  .record({
    base: generatedCases,
    form: fc.constantFrom('asl', 'sam', 'cfn'),
    mutations: mutationsWith(FUNCTIONS),
    plain: fc.boolean(),
  })
  .map(({ base: { definition }, form, mutations, plain }) => {
    const document = form === 'asl' ? definition : templateWith(definition, form === 'sam')
    return plain ? document : mutated(document, mutations)
  })

const PIECES = [
  '\t',
  '\n',
  '\n  ',
  '\r',
  ': ',
  '- ',
  '? ',
  '&a ',
  '*a',
  '<<: *a',
  '<<: ',
  '!Sub ',
  '!GetAtt A.B',
  '!Ref P',
  '!!binary x',
  '!!js/function ',
  '--- ',
  '...',
  '# ',
  '|',
  '>-',
  '"',
  "'",
  '{',
  '}',
  '[',
  ']',
  ',',
  '\\u',
  '\u0000',
  '\uFEFF',
  '%YAML 9.9\n',
  '${x}',
  '[['.repeat(300),
  '{"a":'.repeat(250),
  '- '.repeat(200),
  '[*a,*a,*a,*a,*a,*a,*a,*a,*a]',
  '!<tag:x> ',
  '1e999',
  '0x1F',
  '~',
  '.inf',
  '2030-01-01',
]
const ALIASES = `a: &a [x,x,x,x,x,x,x,x,x]\nb: &b [*a,*a,*a,*a,*a,*a,*a,*a,*a]\nc: &c [*b,*b,*b,*b,*b,*b,*b,*b,*b]\nd: &d [*c,*c,*c,*c,*c,*c,*c,*c,*c]\ne: &e [*d,*d,*d,*d,*d,*d,*d,*d,*d]\nf: [*e,*e,*e,*e,*e,*e,*e,*e,*e]\n`

const texts = fc.oneof(
  { weight: 3, arbitrary: documentsOfMachines.map((document) => JSON.stringify(document)) },
  { weight: 3, arbitrary: documentsOfMachines.map(asYaml) },
  { weight: 1, arbitrary: values.map((value) => JSON.stringify(value)) },
  {
    weight: 1,
    arbitrary: fc.constantFrom(
      '',
      ALIASES,
      'a: *a',
      '<<: {<<: 1}',
      'a: &a\n  b: *a\n',
      '? [a]\n: 1\n',
      'Resources: !Sub x',
      'StartAt: a\nStates: !Include b',
    ),
  },
)

function asYaml(document: Json): string {
  try {
    return stringify(document, { aliasDuplicateObjects: false })
  } catch {
    return JSON.stringify(document)
  }
}

let folder: string | undefined

/** Files of machines and templates, JSON and YAML, read as the command line reads them. */
export const documents: Target = {
  name: 'documents',
  slice: 80,
  cases: fc.record({
    text: fc.oneof(texts, spoilt(texts, PIECES)),
    extension: fc.constantFrom('json', 'yaml', 'asl.json'),
  }),
  run(given) {
    const parts = isObject(given) ? given : {}
    const text = textOf(member(parts, 'text'))
    folder ??= mkdtempSync(join(tmpdir(), 'aslx-fuzz-'))
    const file = join(folder, `case.${textOf(member(parts, 'extension')).replace(/[^a-z.]/g, '')}`)
    writeFileSync(file, text)
    const told = [attempt(() => parseLocated(text, 'case').value), attempt(() => machinesOf(file))]
    return JSON.stringify(told).replaceAll(folder, '')
  },
}

function machinesOf(file: string): unknown {
  const { machines, problems } = findMachines(file)
  const read = machines.map((source) => [problemsOf(source), attempt(() => machineFromSource(source).name)])
  return [read, problems.map(({ name, error }) => [name, error.message])]
}

/** A refusal has to be one line. */
function attempt(action: () => unknown): unknown {
  try {
    return action()
  } catch (error) {
    if (!(error instanceof UserError) || /[\n\r]/.test(error.message)) throw error
    return `refused: ${error.message}`
  }
}
