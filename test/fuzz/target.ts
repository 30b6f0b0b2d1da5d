import type { Arbitrary } from 'fast-check'
import type { Json } from '../../src/asl/json.js'
import { UserError } from '../../src/asl/user-error.js'
import { InvalidExpressionError } from '../../src/data/failure.js'
import { ServiceException } from '../../src/wire/service-exception.js'

/** A part of aslx that is given whatever comes. */
export interface Target {
  readonly name: string
  /** Cases in a row before the next target has its turn: fewer where a case takes long. */
  readonly slice: number
  /** Cases are JSON, so that one that was found can be kept in a file. */
  readonly cases: Arbitrary<Json>
  /** Does the work and gives all that came of it as text. A refusal is an error that is meant; `BrokenLaw` and any other is a finding. */
  readonly run: (given: Json) => string | Promise<string>
}

/** What came of a case is not what must always be so. */
export class BrokenLaw extends Error {
  override readonly name = 'BrokenLaw'
}

/** What is wrong with one case. */
export interface Finding {
  /** The same for all cases with the same fault, as far as can be told: smaller cases are compared by it. */
  readonly signature: string
  readonly detail: string
}

/** Runs a case twice: undefined if it ended well or was refused, both times alike. */
export async function findingIn(target: Target, given: Json): Promise<Finding | undefined> {
  const first = await outcomeOf(target, given)
  if (typeof first !== 'string') return first
  const second = await outcomeOf(target, given)
  if (typeof second !== 'string') return second
  if (first === second) return undefined
  let at = 0
  while (first[at] === second[at]) at += 1
  const around = (text: string): string => JSON.stringify(text.slice(Math.max(0, at - 60), at + 60))
  return { signature: 'two runs differ', detail: `two runs differ: ${around(first)} and ${around(second)}` }
}

async function outcomeOf(target: Target, given: Json): Promise<string | Finding> {
  try {
    return await target.run(given)
  } catch (error) {
    if (!isRefusal(error)) return findingOf(error)
    if (error instanceof UserError && /[\n\r]/.test(error.message)) {
      return { signature: 'a refusal of several lines', detail: JSON.stringify(error.message) }
    }
    return `refused: ${error.name}: ${error.message}`
  }
}

function isRefusal(error: unknown): error is Error {
  return error instanceof UserError || error instanceof ServiceException || error instanceof InvalidExpressionError
}

function findingOf(error: unknown): Finding {
  if (error instanceof BrokenLaw) return { signature: error.message.split(':')[0] ?? '', detail: error.message }
  if (!(error instanceof Error)) return { signature: 'no error was thrown', detail: String(error) }
  const frames = (error.stack ?? '').split('\n').filter((line) => line.startsWith('    at '))
  const own = (frames.find((line) => line.includes('/src/')) ?? frames[0] ?? '').trim()
  const place = own.replace(/^at (?:async )?/, '').replace(/\(?(?:file:\/\/)?\/\S*\/(src\/[^:]*)(?::\d+)*\)?$/, '$1')
  return { signature: `${error.name} ${place}`, detail: `${error.name}: ${error.message.slice(0, 300)} (${place})` }
}

/** A part of a case as text, whatever has become of it. */
export function textOf(value: Json | undefined): string {
  return typeof value === 'string' ? value : JSON.stringify(value ?? '')
}
