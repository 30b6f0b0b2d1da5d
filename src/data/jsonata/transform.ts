import { isObject } from '../../asl/json.js'
import { type Code, Native, apply } from './callables.js'
import type { Compile } from './constructors.js'
import { EvaluationError } from './evaluation-error.js'
import type { JsonataRun } from './jsonata-run.js'
import type { Signature, TransformNode } from './syntax-node.js'
import { Callable, isRecord, type Value } from './jsonata-values.js'

/** Transforms take one object or array, whatever the context value. */
const OBJECT_OR_ARRAY: Signature = {
  validate(args) {
    const [target, ...others] = args
    const fits = target === undefined || isRecord(target) || Array.isArray(target)
    if (args.length === 1 && fits) return args
    const index = args.length === 0 || !fits ? 0 : 1
    throw new EvaluationError('T0410', { value: index === 0 ? target : others[0], index: index + 1 })
  },
}

/** `|pattern|update, delete|`: a function that makes a changed copy. Only the copy is ever changed. */
export function compileTransform(node: TransformNode, compile: Compile): Code {
  const pattern = compile(node.pattern)
  const update = compile(node.update)
  const deletion = node.delete && compile(node.delete)
  return (_run, _input, frame) =>
    new Native(1, OBJECT_OR_ARRAY, (run, [original]) => {
      if (original === undefined) return undefined
      const clone = frame.lookup(run, 'clone')
      if (!(clone instanceof Callable)) throw new EvaluationError('T2013')
      const copy = apply(run, clone, [original], null)
      const owned = objectsIn(run, copy)
      const matches = pattern(run, copy, frame)
      for (const match of matches === undefined ? [] : Array.isArray(matches) ? matches : [matches]) {
        const target = isRecord(match) && owned.has(match) ? (match as Record<string, Value>) : undefined
        updateMembers(target, update(run, match, frame))
        if (deletion) deleteMembers(target, deletion(run, match, frame))
      }
      return copy
    })
}

/** The objects of the copy: a pattern may also lead to the input or a variable, which must stay as they are. */
function objectsIn(run: JsonataRun, copy: Value): ReadonlySet<object> {
  const found = new Set<object>()
  const waiting: Value[] = [copy]
  while (waiting.length > 0) {
    const value = waiting.pop()
    if (typeof value !== 'object' || value === null || value instanceof Callable || found.has(value)) continue
    run.spend(1)
    found.add(value)
    for (const member of Object.values(value)) waiting.push(member)
  }
  return found
}

function updateMembers(target: Record<string, Value> | undefined, update: Value): void {
  if (update === undefined) return
  if (!isObject(update) || update instanceof Callable) throw new EvaluationError('T2011', { value: update })
  if (!target) return
  for (const [name, value] of Object.entries(update)) {
    Object.defineProperty(target, name, { value, writable: true, enumerable: true, configurable: true })
  }
}

function deleteMembers(target: Record<string, Value> | undefined, deletion: Value): void {
  if (deletion === undefined) return
  const names: readonly Value[] = Array.isArray(deletion) ? deletion : [deletion]
  if (!names.every((name) => typeof name === 'string')) throw new EvaluationError('T2012', { value: deletion })
  if (target) for (const name of names) delete target[name]
}
