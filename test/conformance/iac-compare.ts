import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { isDeepStrictEqual } from 'node:util'
import { parse as parseYaml } from 'yaml'
import { isArray, isObject, type Json, type JsonObject } from '../../src/asl/json.js'
import { UserError } from '../../src/asl/user-error.js'
import type { FoundMachines } from '../../src/iac/found-machines.js'
import { findMachines } from '../../src/iac/load-machine-source.js'

/** One template of the corpus, as its `index.json` describes it. */
export interface Entry {
  readonly id: string
  readonly form: string
  /** The file to name, within the folder of the entry. */
  readonly main: string
  readonly stateMachineLogicalIds: readonly string[]
  /** Null: nothing is known. `self`: the file itself. Else the definitions by the names of the machines. */
  readonly expected: null | 'self' | Readonly<Record<string, JsonObject | null>>
  /** For plain files that are no JSON before values are put in: the definition with tokens. */
  readonly expectedWithTokens?: JsonObject
  /** What AWS's own translator made of a SAM template. */
  readonly oracleOutput?: string
}

/** `loaded` and `refused` are of entries of which nothing is expected; `error` is one where a machine could not be had. */
export type Outcome = 'right' | 'wrong' | 'error' | 'loaded' | 'refused'

/** What came of one entry, and why it is not as expected. */
export interface Verdict {
  readonly outcome: Outcome
  readonly reason: string
}

/** Loads the machines of an entry and compares them with what is expected. Whatever goes wrong is an outcome. */
export function compareEntry(corpus: string, entry: Entry): Verdict {
  const folder = join(corpus, entry.id)
  try {
    const found = findMachines(join(folder, entry.main), { substitutions: keptVariables(entry) })
    if (entry.expected === null) return unexpected(found)
    const different =
      entry.expected === 'self' ? unlikeFile(join(folder, entry.main), found) : unlikeExpected(entry.expected, found)
    return different ?? unlikeOracle(folder, entry, found) ?? { outcome: 'right', reason: '' }
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error)
    if (!(error instanceof UserError)) return { outcome: 'error', reason: `broke: ${reason}` }
    return { outcome: entry.expected === null ? 'refused' : 'error', reason }
  }
}

function unexpected({ machines, problems }: FoundMachines): Verdict {
  if (machines.length > 0) return { outcome: 'loaded', reason: '' }
  return { outcome: 'refused', reason: problems[0]?.error.message ?? '' }
}

/**
 * Variables of a Serverless file that the corpus leaves as written are given to the loader as their own values, so that
 * they stay: everything around them has to be the same.
 */
function keptVariables({ form, expected }: Entry): Readonly<Record<string, string>> {
  if (form !== 'serverless' || expected === null) return {}
  const written = JSON.stringify(expected).matchAll(/\$\{((?:[^${}]|\$\{[^${}]*\})*)\}/g)
  return Object.fromEntries([...written].map(([variable, name = '']) => [name, variable]))
}

function unlikeFile(path: string, { machines }: FoundMachines): Verdict | undefined {
  const self = parseYaml(readFileSync(path, 'utf8'), { uniqueKeys: false }) as Json
  if (isDeepStrictEqual(machines[0]?.definition, self)) return undefined
  return { outcome: 'wrong', reason: 'it differs from the file' }
}

function unlikeExpected(
  expected: Readonly<Record<string, JsonObject | null>>,
  { machines, problems }: FoundMachines,
): Verdict | undefined {
  for (const [name, definition] of Object.entries(expected)) {
    if (definition === null) continue
    const machine = machines.find((candidate) => candidate.name === name)
    if (!machine) {
      const reason = problems.find((problem) => problem.name === name)?.error.message
      return { outcome: 'error', reason: reason ?? `${name} was not found` }
    }
    const where = differenceAt(definition, machine.definition)
    if (where !== undefined) return { outcome: 'wrong', reason: `${name} differs at ${where || 'its top'}` }
  }
  return undefined
}

/** AWS's translator turns SAM into CloudFormation: read from either, the definitions are the same. */
function unlikeOracle(folder: string, entry: Entry, found: FoundMachines): Verdict | undefined {
  if (entry.oracleOutput === undefined) return undefined
  const translated = findMachines(join(folder, entry.oracleOutput)).machines
  const unlike = found.machines.find(
    ({ name, definition }) =>
      !isDeepStrictEqual(definition, translated.find((machine) => machine.name === name)?.definition),
  )
  return unlike && { outcome: 'wrong', reason: `${unlike.name} is not what AWS's translator makes of it` }
}

/**
 * Where a definition is not as expected, as a JSON Pointer; undefined if it is. A token of the corpus, `⟦...⟧`, stands for
 * what is only known at deployment and matches any value, but only in `expected`: a token of ours matches nothing else.
 */
export function differenceAt(expected: Json, actual: Json | undefined, at = ''): string | undefined {
  if (typeof expected === 'string') return matchesText(expected, actual) ? undefined : at
  if (isArray(expected)) {
    if (!isArray(actual) || actual.length !== expected.length) return at
    return firstDifference(
      expected.map((item, index) => [String(index), item, actual[index]]),
      at,
    )
  }
  if (!isObject(expected)) return expected === actual ? undefined : at
  if (!isObject(actual)) return at
  const names = Object.keys(actual)
  if (Object.keys(expected).length !== names.length) return at
  const used = new Set<string>()
  const members = Object.entries(expected).map(([key, value]): Member => {
    const name = names.includes(key) ? key : names.find((other) => !used.has(other) && matchesText(key, other))
    if (name !== undefined) used.add(name)
    return [key, value, name === undefined ? undefined : actual[name]]
  })
  return firstDifference(members, at)
}

type Member = readonly [name: string, expected: Json, actual: Json | undefined]

function firstDifference(members: readonly Member[], at: string): string | undefined {
  for (const [name, expected, actual] of members) {
    const where = differenceAt(expected, actual, `${at}/${name}`)
    if (where !== undefined) return where
  }
  return undefined
}

function matchesText(expected: string, actual: Json | undefined): boolean {
  if (!expected.includes('⟦')) return expected === actual
  const parts = literalParts(expected)
  if (parts.every((part) => part === '')) return actual !== undefined
  const pattern = parts.map((part) => part.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&')).join('[^]*')
  return typeof actual === 'string' && new RegExp(`^${pattern}$`).test(actual)
}

/** What stands between the tokens; tokens may be nested. */
function literalParts(text: string): readonly string[] {
  const parts = ['']
  let depth = 0
  for (const char of text) {
    if (char === '⟦' && depth++ === 0) parts.push('')
    if (depth === 0) parts[parts.length - 1] += char
    if (char === '⟧') depth--
  }
  return parts
}
