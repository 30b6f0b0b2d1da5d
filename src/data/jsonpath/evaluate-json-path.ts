import { isArray, isObject, setMember, type Json, type JsonObject, type JsonObjectBuilder } from '../../asl/json.js'
import { printedJson } from '../../asl/nesting.js'
import { indexesOf } from './array-indexes.js'
import { PathFailure } from './path-failure.js'
import { containers } from './scan.js'
import { isDefinite, namesText, stepsText, type DefiniteStep, type Token } from './tokens.js'

/** Says whether a filter accepts a value; a failure ends the whole evaluation. */
export type FilterTest = (item: Json, root: Json) => boolean | PathFailure

/** A step ready to be taken. */
export type JsonPathStep = Exclude<Token, { kind: 'filter' }> | { readonly kind: 'filter'; readonly test: FilterTest }

/** Values looked at in one evaluation. Chosen: a path such as `$..*..*..*` fails by it instead of running for hours. */
const MAX_VISITS = 1_000_000

const UNTOLD = new PathFailure('missing', '')

/** One evaluation. */
interface Walk {
  readonly steps: readonly JsonPathStep[]
  readonly root: Json
  /** Names and indexes from the root to where the walk is; those behind `depth` are left over and mean nothing. */
  readonly trail: (string | number)[]
  readonly results: Json[]
  /** Above 0, nobody reads the text of a missing value. */
  untold: number
  /** The value just reached is unwrapped in Jayway: null is Java's own there, and a string is printed without quotes. */
  bare: boolean
  visits: number
}

/** `model` is undefined where an array has no such element. */
type Visit = (walk: Walk, at: number, model: Json | undefined, depth: number) => PathFailure | undefined

/** Reads a path of any kind. */
export function evaluateJsonPath(steps: readonly JsonPathStep[], document: Json): Json | PathFailure {
  return take({ steps, root: document, trail: [], results: [], untold: 0, bare: false, visits: 0 })
}

/** As `evaluateJsonPath`, but without the text of a missing value; `bare` for an item that a filter tests. */
export function evaluateOperand(steps: readonly JsonPathStep[], document: Json, bare: boolean): Json | PathFailure {
  return take({ steps, root: document, trail: [], results: [], untold: 1, bare, visits: 0 })
}

function take(walk: Walk): Json | PathFailure {
  const failure = visit(walk, 0, walk.root, 0)
  if (failure) return failure
  return walk.steps.every(isDefinite) ? (walk.results[0] ?? null) : walk.results
}

/** The value at the end of definite steps, or undefined if there is none: `evaluateJsonPath` knows why. */
export function readDefinite(steps: readonly DefiniteStep[], document: Json): Json | undefined {
  let value: Json | undefined = document
  for (const step of steps) {
    if (step.kind === 'name') {
      if (!isObject(value) || !Object.hasOwn(value, step.name)) return undefined
      value = value[step.name]
    } else if (step.kind === 'names') {
      if (!isObject(value) || step !== steps.at(-1)) return undefined
      value = merged(value, step.names)
    } else {
      if (!isArray(value)) return undefined
      value = value[step.kind === 'index' ? step.index : value.length + step.offset]
    }
  }
  return value ?? null
}

/** Takes step number `at` from `model`, and all steps after it. */
const visit: Visit = (walk, at, model, depth) => {
  if (++walk.visits > MAX_VISITS) return tooMuch()
  const step = walk.steps[at]
  if (step === undefined) {
    walk.results.push(model ?? null)
    return undefined
  }
  switch (step.kind) {
    case 'name':
      return visitName(walk, at, step.name, model, depth)
    case 'names':
      return visitNames(walk, at, step.names, model, depth)
    case 'wildcard':
      return visitAll(walk, at, model, depth)
    case 'scan':
      return visitContainers(walk, at, model, depth)
    case 'filter':
      return visitAccepted(walk, at, step.test, model, depth)
    case 'index':
    case 'from-end':
    case 'indexes':
    case 'slice':
      break
  }
  if (!isArray(model)) return notAnArray(walk, at, model, depth)
  for (const index of indexesOf(step, model.length)) {
    const failure = descend(walk, at, model[index], index, depth)
    if (failure) return failure
  }
  return undefined
}

/** Takes the steps after `at` from `model[key]`. */
function descend(walk: Walk, at: number, value: Json | undefined, key: string | number, depth: number) {
  walk.trail[depth] = key
  walk.bare = typeof key === 'string'
  return visit(walk, at + 1, value, depth + 1)
}

function visitName(walk: Walk, at: number, name: string, model: Json | undefined, depth: number) {
  if (!isObject(model)) return noProperties(walk, [name], depth)
  if (Object.hasOwn(model, name)) return descend(walk, at, model[name], name, depth)
  const here = (): string => `${pathText(walk, depth)}['${name}']`
  if (at === walk.steps.length - 1) return missing(walk, () => `No results for path: ${here()}`)
  const definiteFromStepBefore = walk.steps.slice(Math.max(at - 1, 0)).every(isDefinite)
  return definiteFromStepBefore ? missing(walk, () => `Missing property in path ${here()}`) : undefined
}

function visitNames(walk: Walk, at: number, names: readonly string[], model: Json | undefined, depth: number) {
  if (!isObject(model)) return noProperties(walk, names, depth)
  if (at === walk.steps.length - 1) return visit(walk, at + 1, merged(model, names), depth)
  const here = pathText(walk, depth) + namesText(names)
  return new PathFailure('invalid-context', `Multi properties can only be used as path leafs: ${here}`)
}

function merged(object: JsonObject, names: readonly string[]): JsonObject {
  const result: JsonObjectBuilder = {}
  for (const name of names) {
    const value = Object.hasOwn(object, name) ? object[name] : undefined
    if (value !== undefined) setMember(result, name, value)
  }
  return result
}

/** A missing value below an element of an array is passed over; below a member of an object it is not. */
const visitAll: Visit = (walk, at, model, depth) => {
  if (isObject(model)) {
    for (const name of Object.keys(model)) {
      const failure = descend(walk, at, model[name], name, depth)
      if (failure) return failure
    }
  } else if (isArray(model)) {
    walk.untold++
    for (let i = 0; i < model.length; i++) {
      const failure = descend(walk, at, model[i], i, depth)
      if (failure?.kind === 'invalid-context') return failure
    }
    walk.untold--
  }
  return undefined
}

/** Tests the elements of an array, but an object itself. */
function visitAccepted(walk: Walk, at: number, test: FilterTest, model: Json | undefined, depth: number) {
  if (isArray(model)) {
    for (const [i, element] of model.entries()) {
      if (++walk.visits > MAX_VISITS) return tooMuch()
      const accepted = test(element, walk.root)
      const failure = accepted === true ? descend(walk, at, element, i, depth) : accepted
      if (failure) return failure
    }
    return undefined
  }
  if (isObject(model)) {
    const accepted = test(model, walk.root)
    return accepted === true ? visit(walk, at + 1, model, depth) : accepted || undefined
  }
  return notApplicable(walk, at, 'can not be applied to primitives', model)
}

/** Takes the steps after `..` wherever the next one fits. */
const visitContainers: Visit = (walk, at, model, depth) => {
  for (const found of containers(model, walk.trail, depth)) {
    if (++walk.visits > MAX_VISITS) return tooMuch()
    const fits = stepFits(walk, at + 1, found.container)
    const failure = fits === true ? visitFound(walk, at + 1, found.container, found.depth) : fits
    if (failure) return failure
  }
  return undefined
}

function stepFits(walk: Walk, at: number, container: readonly Json[] | JsonObject): boolean | PathFailure {
  const step = walk.steps[at]
  switch (step?.kind) {
    case 'name':
      return isObject(container) && Object.hasOwn(container, step.name)
    case 'names':
      return isObject(container) && step.names.every((name) => Object.hasOwn(container, name))
    case 'wildcard':
      return true
    case 'filter':
      return step.test(container, walk.root)
    case undefined:
    case 'scan':
      return false
    case 'index':
    case 'from-end':
    case 'indexes':
    case 'slice':
      break
  }
  return isArray(container)
}

/** In an array, a step that is not the last takes every element, whatever it says itself. */
function visitFound(walk: Walk, at: number, found: readonly Json[] | JsonObject, depth: number) {
  if (!isArray(found) || at === walk.steps.length - 1) return visit(walk, at, found, depth)
  for (const [i, element] of found.entries()) {
    walk.trail[depth] = i
    walk.bare = true
    const failure = visit(walk, at + 1, element, depth + 1)
    if (failure) return failure
  }
  return undefined
}

function tooMuch(): PathFailure {
  return new PathFailure('invalid-context', `The path visits more than ${MAX_VISITS} values`)
}

function missing(walk: Walk, message: () => string): PathFailure {
  return walk.untold > 0 ? UNTOLD : new PathFailure('missing', message())
}

function noProperties(walk: Walk, names: readonly string[], depth: number): PathFailure {
  return missing(walk, () => `Property ${namesText(names)} not found in path ${pathText(walk, depth)}`)
}

function notAnArray(walk: Walk, at: number, model: Json | undefined, depth: number): PathFailure {
  if (model === undefined || (model === null && walk.bare)) {
    return missing(walk, () => `The path ${pathText(walk, depth)} is null`)
  }
  return notApplicable(walk, at, 'can only be applied to arrays', model)
}

/** Prints the step and all that follow it. */
function notApplicable(walk: Walk, at: number, why: string, model: Json | undefined): PathFailure {
  const context = typeof model === 'string' && walk.bare ? model : printedJson(model ?? null)
  const text = `Filter: ${stepsText(walk.steps.slice(at))} ${why}. Current context is: ${context}`
  return new PathFailure('invalid-context', text)
}

function pathText(walk: Walk, depth: number): string {
  let text = '$'
  for (const key of walk.trail.slice(0, depth)) text += typeof key === 'number' ? `[${key}]` : `['${key}']`
  return text
}
