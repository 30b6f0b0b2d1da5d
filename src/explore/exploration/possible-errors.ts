import { type ErrorHandlers, UNLISTED_ERROR } from '../../asl/error-handlers.js'
import { isReservedErrorName } from '../../asl/error-names.js'
import { isLambda, type Resource } from '../../asl/resource.js'
import { catalogue, findFault } from '../../faults/catalogue.js'
import type { FunctionFacts } from '../../asl/function-facts.js'
import { type FaultDefinition, type FaultEffect, strikePoint } from '../../faults/fault-definition.js'
import { faultArguments } from '../../faults/fault-arguments.js'
import type { FaultTarget } from '../../faults/fault-target.js'
import { errorNameOf } from '../../faults/render.js'
import { runtimeFamily } from '../../faults/runtime.js'
import { printStrikeName } from '../../faults/scenario-string.js'
import { raisableErrors } from '../../services/raisable.js'
import { serviceWords } from '../../services/service-words.js'
import { strikeName } from '../../faults/strike-name.js'
import { kindOfError } from '../../services/error-kind.js'
import { transienceAt } from '../../services/transience.js'
import { kindOfSigns } from './kind-by-signs.js'
import { possibilityOf, possibilityOfError } from './only-where.js'
import type { ErrorKind } from '../../services/error-kind.js'
import type { Transience } from '../../services/transient-codes.js'
import type { PossibleError } from './possible-error.js'

/** A state, what its own Retry and Catch say, and the function that it calls, as far as the template tells. */
export interface StruckState {
  readonly target: FaultTarget
  readonly handlers: ErrorHandlers
  readonly called: FunctionFacts | undefined
}

const NOTHING: Resource = { kind: 'unknown', arn: '' }

/**
 * All that can go wrong at a state, each error once for every kind of trouble that arrives under its name: rows of the catalogue,
 * what the service's model says of the action, access denied, names of the callee's own, and those that the state's handlers name.
 */
export function possibleErrors(state: StruckState): readonly PossibleError[] {
  const found = new Map<string, PossibleError>()
  for (const error of candidates(state)) {
    const key = `${error.kind} ${error.error ?? error.fault}`
    const first = found.get(key)
    found.set(key, first ? joined(first, error) : error)
  }
  return [...found.values()]
}

/** Two troubles of one name and kind: a retry may help if it helps against one of them. */
function joined(first: PossibleError, other: PossibleError): PossibleError {
  const passes = [first.transience, other.transience]
  const isPassing = passes.includes('transient') && first.kind !== 'denied'
  const transience = isPassing ? 'transient' : passes.includes('unknown') ? 'unknown' : 'permanent'
  const sideEffect = first.sideEffect === other.sideEffect ? first.sideEffect : 'may-have-happened'
  return { ...first, transience, sideEffect, isSure: first.isSure || other.isSure }
}

function* candidates(state: StruckState): Generator<PossibleError> {
  yield* ofCallee(state)
  for (const row of catalogue) {
    const error = row.appliesTo(state.target) ? ofRow(row, state) : undefined
    if (error) yield error
  }
  if (state.target.type !== 'Task') return
  yield* ofModel(state)
  yield* deniedBy(state)
}

function ofRow(row: FaultDefinition, { target, called }: StruckState): PossibleError | undefined {
  if (row.effect.kind === 'outside') return undefined
  const possibility = possibilityOf(row, target, called)
  if (possibility === 'no') return undefined
  const runtime = runtimeFamily(called?.runtime)
  const name = errorNameOf(row, target.resource ?? NOTHING, runtime)
  const isNamed = row.effect.kind === 'hang' || row.effect.kind === 'answer'
  const kind = kindOfRow(row, name ?? '', target.resource ?? NOTHING)
  const isAny = isOpen(row, name ?? '')
  return {
    error: isNamed ? undefined : isAny ? '*' : name,
    strike: printStrikeName(strikeName(row, target, runtime)),
    fault: row.id,
    kind: isAny ? 'other' : kind,
    transience: isAny ? 'unknown' : transienceOfRow(row),
    sideEffect: row.sideEffect,
    isSure: possibility === 'yes',
  }
}

/** Rows that stand for whatever name a worker gives its error. */
const OPEN_ROWS: ReadonlySet<string> = new Set(['callback-task-failure', 'activity-task-failure'])

/** Names that Lambda itself gives; a function's runtime prints whatever else there is. */
const PLATFORM_NAME = /^(?:Runtime|Sandbox|Lambda|Function)\./

/** Whether the name is the callee's own, so that it stands for any other. */
function isOpen({ id, effect }: FaultDefinition, name: string): boolean {
  return OPEN_ROWS.has(id) || (effect.kind === 'function-error' && !PLATFORM_NAME.test(name) && !KILLED.test(id))
}

function transienceOfRow({ transient }: FaultDefinition): Transience {
  if (transient === 'depends') return 'unknown'
  return transient ? 'transient' : 'permanent'
}

function kindOfRow(row: FaultDefinition, name: string, resource: Resource): ErrorKind {
  const { effect } = row
  if (effect.kind === 'answer') return 'bad-answer'
  if (effect.kind === 'hang') return 'timeout'
  if (strikePoint(row) === 'state' || /^States\.(?:Runtime|DataLimitExceeded)$/.test(name)) return 'data'
  if (KILLED.test(row.id)) return 'killed'
  return kindOfSigns({ error: name, text: `${row.id} ${textOf(effect, resource)}` })
}

/** Rows in which what works for the Task is ended from outside. */
const KILLED = /-oom|memoryerror|heap|runtime-exit|spot-interruption|host-terminated/

function textOf(effect: FaultEffect, resource: Resource): string {
  if (effect.kind === 'error') return effect.cause ?? ''
  if (effect.kind === 'function-error') return effect.payload.node
  if (effect.kind !== 'service-error') return ''
  return (resource.kind === 'aws-sdk' ? effect.sdk : effect.optimized)?.cause ?? ''
}

/** Every exception that the service's model has for the action. */
function* ofModel({ target }: StruckState): Generator<PossibleError> {
  const { resource = NOTHING } = target
  for (const { error, exception } of raisableErrors(resource) ?? []) {
    const { kind: told } = kindOfError(resource, error)
    const possibility = possibilityOfError(error, target)
    // What arrives as the class of all that has no model is told apart by the catalogue.
    if (possibility === 'no' || (!exception && told === 'other')) continue
    const kind = told === 'other' ? 'refused' : told
    const sideEffect = kind === 'service-fault' || kind === 'connection' ? 'may-have-happened' : 'none'
    yield {
      ...bare(target, error),
      kind,
      transience: transienceAt(resource, error)?.transience ?? 'unknown',
      sideEffect,
      isSure: possibility === 'yes',
    }
  }
}

function bare(target: FaultTarget, error: string): Pick<PossibleError, 'error' | 'strike' | 'fault'> {
  const row = findFault('error')
  return { error, strike: printStrikeName(strikeName(row, target, 'node', { name: error })), fault: undefined }
}

/** Access is denied under a name of the model's, or under the class that stands for all that the model does not have. */
function* deniedBy({ target }: StruckState): Generator<PossibleError> {
  const { resource = NOTHING } = target
  const words = resource.kind === 'unknown' ? undefined : serviceWords(resource)
  if (!words) return
  const raisable = raisableErrors(resource) ?? []
  if (raisable.some(({ error }) => kindOfError(resource, error).kind === 'denied')) return
  const error = `${words.prefix}.${words.generic}`
  const action = 'action' in resource ? resource.action : 'invoke'
  const cause = `User is not authorized to perform: ${words.prefix.toLowerCase()}:${action}`
  const row = findFault('error')
  const strike = printStrikeName(strikeName(row, target, 'node', faultArguments(row, { name: error, cause })))
  yield { error, strike, fault: undefined, kind: 'denied', transience: 'permanent', sideEffect: 'none', isSure: true }
}

/** What a function or a worker raises by names of its own: those that the handlers name, and any other. */
function* ofCallee({ target, handlers }: StruckState): Generator<PossibleError> {
  const { resource = NOTHING, type } = target
  const kind = type === 'Task' ? calleeOf(resource) : undefined
  if (!kind) return
  const written = [...handlers.retriers, ...handlers.catchers].flatMap(({ errorEquals }) => errorEquals)
  const service = 'service' in resource ? `${resource.service}.` : 'lambda.'
  const isOwn = (name: string): boolean =>
    !isReservedErrorName(name) && !PLATFORM_NAME.test(name) && !name.toLowerCase().startsWith(service)
  const own = new Set(written.filter(isOwn))
  const common = {
    kind: 'other',
    transience: 'unknown',
    sideEffect: 'may-have-happened',
    isSure: true,
  } as const
  for (const name of own) yield { ...calleeError(kind, target, name), ...common, error: name }
  yield { ...calleeError(kind, target, UNLISTED_ERROR), ...common, error: '*' }
}

type Callee = 'function' | 'callback' | 'activity'

function calleeOf(resource: Resource): Callee | undefined {
  if (resource.kind === 'activity') return 'activity'
  if ('pattern' in resource && resource.pattern === 'waitForTaskToken') return 'callback'
  return isLambda(resource) || resource.kind === 'unknown' ? 'function' : undefined
}

function calleeError(callee: Callee, target: FaultTarget, error: string): Pick<PossibleError, 'strike' | 'fault'> {
  if (callee === 'function') return bare(target, error)
  const row = findFault(`${callee}-task-failure`)
  return { strike: printStrikeName(strikeName(row, target, 'node', faultArguments(row, { error }))), fault: row.id }
}
