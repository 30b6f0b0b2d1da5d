import { pointer } from '../../asl/json.js'
import { parseResource } from '../../asl/resource.js'
import type { MapState, ParallelState, State, StateMachine, TaskState } from '../../asl/types.js'
import { unreachable } from '../../asl/unreachable.js'
import { UserError } from '../../asl/user-error.js'
import { compileFlow } from '../../data/compile-flow.js'
import { compileJsonataTemplate } from '../../data/jsonata-template.js'
import { compileNumericField } from '../../data/numeric-field.js'
import { compileTemplate } from '../../data/payload-template.js'
import type { Block, Compiled, CompiledBase, CompiledState } from '../program.js'
import { compileRules } from './compile-choice.js'
import { compileFailText } from './compile-fail.js'
import { compileCatchers, compileRetriers } from './compile-handlers.js'
import { compileMapRun } from './compile-map-run.js'
import { compileItemSelector, compileItems } from './compile-map.js'
import { compileWait } from './compile-wait.js'

/** Compiles the block at a JSON Pointer of the machine; how the machine's compiler hands itself down into containers. */
export type CompileBlock = (block: StateMachine, at: string) => Block

/** Where a state stands: its name, its pointer, its place among its siblings, and its query language. */
export interface StateSite {
  readonly name: string
  readonly at: string
  readonly index: number
  readonly jsonata: boolean
}

/** Compiles one state. Throws InvalidExpressionError for an expression that AWS would refuse. */
export function compileState(state: State, site: StateSite, compileBlock: CompileBlock): CompiledState {
  const { at, jsonata } = site
  const base = compileBase(state, site)
  switch (state.Type) {
    case 'Task':
      return compileTask(state, base, jsonata)
    case 'Pass':
      return { ...base, type: 'Pass', result: jsonata ? undefined : state.Result }
    case 'Choice':
      return {
        ...base,
        type: 'Choice',
        rules: compileRules(state, at, base.flow, jsonata),
        defaultNext: state.Default,
      }
    case 'Wait':
      return { ...base, type: 'Wait', until: compileWait(state, jsonata) }
    case 'Succeed':
      return { ...base, type: 'Succeed' }
    case 'Fail': {
      const error = compileFailText(state, 'Error', jsonata)
      return { ...base, type: 'Fail', error, cause: compileFailText(state, 'Cause', jsonata) }
    }
    case 'Parallel':
      return compileParallel(state, base, at, compileBlock)
    case 'Map':
      return compileMap(state, base, site, compileBlock)
    default:
      return unreachable(state)
  }
}

function compileBase(state: State, { name, at, index, jsonata }: StateSite): CompiledBase {
  const next = 'Next' in state ? state.Next : undefined
  const handlers = 'Retry' in state || 'Catch' in state ? state : undefined
  return {
    name,
    pointer: at,
    index,
    flow: compileFlow(state, jsonata),
    next,
    nextEdge: nextEdgeOf(state, at),
    retriers: compileRetriers(handlers?.Retry, at),
    catchers: compileCatchers(handlers?.Catch, at, jsonata),
  }
}

function nextEdgeOf(state: State, at: string): string | undefined {
  if (!('Next' in state || 'End' in state)) return undefined
  return pointer(at, state.Next === undefined ? 'End' : 'Next')
}

function compileTask(state: TaskState, base: CompiledBase, jsonata: boolean): Compiled<'Task'> {
  const fields: Readonly<Record<string, unknown>> = { ...state }
  return {
    ...base,
    type: 'Task',
    resource: parseResource(state.Resource),
    timeout: compileNumericField(fields, 'TimeoutSeconds'),
    heartbeat: compileNumericField(fields, 'HeartbeatSeconds'),
    credentials: state.Credentials && compileCredentials(state.Credentials, jsonata),
  }
}

function compileCredentials(source: NonNullable<TaskState['Credentials']>, jsonata: boolean) {
  if (!jsonata) return compileTemplate(source)
  const evaluate = compileJsonataTemplate(source)
  return (scope: Parameters<typeof evaluate>[0]) => evaluate(scope, 'Credentials')
}

function compileParallel(
  state: ParallelState,
  base: CompiledBase,
  at: string,
  compileBlock: CompileBlock,
): Compiled<'Parallel'> {
  const branches = state.Branches.map((branch, index) => compileBlock(branch, pointer(at, 'Branches', index)))
  return { ...base, type: 'Parallel', branches }
}

function compileMap(
  state: MapState,
  base: CompiledBase,
  { name, at, jsonata }: StateSite,
  compileBlock: CompileBlock,
): Compiled<'Map'> {
  const field = state.ItemProcessor ? 'ItemProcessor' : 'Iterator'
  const processor = state[field]
  if (!processor) throw new UserError('definition', `Map state "${name}" has no ItemProcessor`)
  const block = compileBlock(processor, pointer(at, field))
  const mapRun = compileMapRun(state, processor, block, jsonata)
  return {
    ...base,
    type: 'Map',
    processor: block,
    mapRun,
    readsItems: !mapRun && Boolean(state.ItemReader ?? state.ItemBatcher ?? state.ResultWriter),
    items: compileItems(state, jsonata),
    itemSelector: compileItemSelector(state, jsonata, mapRun ? 'written' : 'hash-map'),
    maxConcurrency: compileNumericField({ ...state }, 'MaxConcurrency'),
  }
}
