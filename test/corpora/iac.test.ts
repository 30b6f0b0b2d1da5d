import { existsSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { isDeepStrictEqual } from 'node:util'
import { describe, expect, it } from 'vitest'
import { parse as parseYaml } from 'yaml'
import type { Json, JsonObject } from '../../src/asl/json.js'
import { isObject, pointer } from '../../src/asl/json.js'
import { UserError } from '../../src/asl/user-error.js'
import type { FoundMachines } from '../../src/iac/found-machines.js'
import { findMachines } from '../../src/iac/load-machine-source.js'
import type { MachineSource } from '../../src/iac/machine-source.js'
import { compareEntry, differenceAt, type Entry } from '../conformance/iac-compare.js'

const shared = process.env['ASLX_SHARED'] ?? join(dirname(fileURLToPath(import.meta.url)), '../../../shared')
const corpus = join(shared, 'iac')
const missing = !existsSync(join(corpus, 'index.json'))

/** Forms of which every state stands in a file; JSON of a state or plan holds definitions as texts. */
const LOCATED = ['plain', 'sam', 'cfn', 'cdk-synth', 'serverless', 'terraform', 'terraform-json']

const entries = missing ? [] : (JSON.parse(readFileSync(join(corpus, 'index.json'), 'utf8')) as Entry[])

/** Plain files that are no JSON with any values put in, with the reason; Step Functions refuses them as well. */
const NOT_JSON: Readonly<Record<string, string>> = {
  'plain/aws-samples-step-functions-workflows-collection__sfn-iot-data-analytics-dataset-statemachine-statemachine.asl.json':
    'a member without a value',
  'plain/aws-solutions-library-samples-accelerated-intelligent-document-processing-on-aws__patterns-pattern-1-cd62d02a':
    'a comma after the last member',
}

function load(entry: Entry, file = entry.main): FoundMachines {
  return findMachines(join(corpus, entry.id, file))
}

/** Why an entry is not as expected; undefined if it is. */
function whyNot(entry: Entry): string | undefined {
  try {
    const found = load(entry)
    return entry.expected === 'self' ? whyNotSelf(entry, found) : whyNotExpected(entry.expected ?? {}, found)
  } catch (error) {
    if (!(error instanceof UserError)) throw error
    return error.message
  }
}

function whyNotSelf(entry: Entry, { machines }: FoundMachines): string | undefined {
  const text = readFileSync(join(corpus, entry.id, entry.main), 'utf8')
  const self = parseYaml(text, { uniqueKeys: false }) as Json
  return isDeepStrictEqual(machines[0]?.definition, self) ? undefined : 'it differs from the file'
}

function whyNotExpected(
  expected: Readonly<Record<string, JsonObject | null>>,
  { machines, problems }: FoundMachines,
): string | undefined {
  for (const [name, definition] of Object.entries(expected)) {
    if (definition === null) continue
    const machine = machines.find((candidate) => candidate.name === name)
    if (!machine) return problems.find((problem) => problem.name === name)?.error.message ?? `${name} was not found`
    if (differenceAt(definition, machine.definition) !== undefined) return `${name} differs`
    // The corpus writes single quotes in tokens, so that they may stand in JSON.
    const known = new Set(machine.unresolved.map(({ token }) => token.replaceAll('"', "'")))
    const unlisted = tokensIn(definition).filter((token) => !known.has(token))
    if (unlisted.length > 0) return `${name}: does not list ${unlisted.join(', ')}`
  }
  return undefined
}

/** The tokens of an expectation that hold no other token. */
function tokensIn(definition: Json): string[] {
  return [...JSON.stringify(definition).matchAll(/(?<!⟦[^⟧]*)⟦([^⟦⟧]*)⟧/g)].map(([, token = '']) => token)
}

function chosen(form: string): Entry[] {
  return entries.filter((entry) => entry.form === form)
}

describe.skipIf(missing)(
  `state machines of public repositories${missing ? ' (the corpus ../shared/iac is absent)' : ''}`,
  () => {
    it.each(['plain', 'sam', 'cfn', 'cdk-synth'])('reads every %s entry as expected', (form) => {
      const expectable = chosen(form).filter((entry) => entry.expected !== null)
      expect(expectable.length).toBeGreaterThan(0)
      const wrong = expectable.flatMap((entry) => {
        const why = whyNot(entry)
        return why === undefined ? [] : [`${entry.id}: ${why}`]
      })
      expect(wrong).toEqual([])
    })

    it('reads every serverless entry as expected', () => {
      const verdicts = chosen('serverless').map((entry) => ({ id: entry.id, ...compareEntry(corpus, entry) }))
      expect(verdicts.filter(({ outcome }) => outcome !== 'right')).toEqual([])
    })

    it.each(['terraform', 'terraform-json'])(
      'reads every %s entry as expected, and lists what is not known',
      (form) => {
        const expectable = chosen(form).filter((entry) => entry.expected !== null)
        expect(expectable.length).toBeGreaterThan(0)
        const wrong = expectable.flatMap((entry) => {
          const why = whyNot(entry)
          return why === undefined ? [] : [`${entry.id}: ${why}`]
        })
        expect(wrong).toEqual([])
      },
    )

    it('reads plain files with placeholders outside quotes', () => {
      const wrong = chosen('plain').flatMap((entry) => {
        if (!entry.expectedWithTokens || entry.id in NOT_JSON) return []
        const [machine] = load(entry).machines
        return machine && differenceAt(entry.expectedWithTokens, withTokens(machine)) === undefined ? [] : [entry.id]
      })
      expect(wrong).toEqual([])
    })

    it('refuses what is not JSON with one line that names the place', () => {
      for (const id of Object.keys(NOT_JSON)) {
        const entry = entries.find((candidate) => candidate.id === id)
        expect(() => entry && load(entry)).toThrow(/^[^\n]+:\d+:\d+: not valid JSON: [^\n]+$/)
      }
    })

    it('reads a SAM template and what the SAM translator makes of it alike', () => {
      const compared = chosen('sam').flatMap((entry) => {
        if (entry.oracleOutput === undefined) return []
        const translated = load(entry, entry.oracleOutput).machines
        return load(entry).machines.map((machine) => ({
          name: `${entry.id}#${machine.name}`,
          definition: machine.definition,
          translated: translated.find(({ name }) => name === machine.name)?.definition,
        }))
      })
      expect(compared.length).toBeGreaterThan(0)
      expect(compared.filter(({ definition, translated }) => !isDeepStrictEqual(definition, translated))).toEqual([])
    })

    it('locates every state of every machine in a file', () => {
      const lost = LOCATED.flatMap(chosen).flatMap((entry) => {
        const found = quietly(() => load(entry).machines) ?? []
        return found.flatMap((machine) => statePointers(machine.definition).filter((path) => !isAtState(machine, path)))
      })
      expect(lost).toEqual([])
    })

    it('answers every file of every form with machines or with one line', () => {
      const messages = entries.flatMap((entry) => {
        try {
          return load(entry).problems.map(({ error }) => error.message)
        } catch (error) {
          if (error instanceof UserError) return [error.message]
          throw error
        }
      })
      expect(messages.filter((message) => message.includes('\n'))).toEqual([])
    })
  },
)

/** In plain files the name of a placeholder is its token. */
function withTokens(machine: MachineSource): Json {
  const text = JSON.stringify(machine.definition).replaceAll(/\$\{([^{}]*)\}/g, '⟦$1⟧')
  return JSON.parse(text) as Json
}

function quietly<T>(action: () => T): T | undefined {
  try {
    return action()
  } catch (error) {
    if (error instanceof UserError) return undefined
    throw error
  }
}

function statePointers(definition: Json): string[] {
  const states = isObject(definition) ? definition['States'] : undefined
  return isObject(states) ? Object.keys(states).map((name) => pointer('/States', name)) : []
}

/** Whether the line that a state is located at has the state's name in it. */
function isAtState(machine: MachineSource, path: string): boolean {
  const at = machine.locate(path)
  if (at === undefined) return false
  const line = readFileSync(at.file, 'utf8').split('\n')[at.line - 1] ?? ''
  const name = path.slice('/States/'.length).replaceAll('~1', '/').replaceAll('~0', '~')
  const here = line
    .slice(at.column - 1)
    .replaceAll('\\', '')
    .replace(/^["']/, '')
  // A name that is put together is where its text begins.
  const [written = ''] = here.split('${')
  return here.startsWith(name.replaceAll('\\', '')) || (written !== here && name.startsWith(written))
}
