import type { Json } from '../asl/json.js'
import { InvalidExpressionError } from './failure.js'
import { compileJsonPath, PathFailure, type JsonPath } from './jsonpath.js'
import { readVariable, type Scope } from './scope.js'

/** What ASL writes where a path is allowed: `$...` (the input), `$$...` (the context object), `$name...` (a variable). */
export interface PathExpression {
  readonly text: string
  /** True if it leads to one value; otherwise it gives an array, perhaps an empty one. */
  readonly definite: boolean
  readonly root: 'input' | 'context' | 'variable'
  read(scope: Scope): Json | PathFailure
  /** The JSON in which the path is looked for, as failure messages print it. For a variable that is not set: the input (an assumption). */
  document(scope: Scope): Json
}

const VARIABLE = /^\$(\p{ID_Start}\p{ID_Continue}*)(.*)$/su

/** Compiles a path as ASL writes it. Throws InvalidExpressionError where AWS would refuse the definition. */
export function compilePathExpression(text: string): PathExpression {
  if (!text.startsWith('$')) throw new InvalidExpressionError(`'${text}' is not a path: it must begin with $`)
  if (text.startsWith('$$')) {
    const path = compileJsonPath(text.slice(1))
    const { definite } = path
    return { text, definite, root: 'context', document: contextOf, read: (scope) => path.read(scope.context()) }
  }
  const [, name, below] = VARIABLE.exec(text) ?? []
  if (name !== undefined) return variablePath(text, name, compileJsonPath(`$${below ?? ''}`))
  const path = compileJsonPath(text)
  return { text, definite: path.definite, root: 'input', document: inputOf, read: (scope) => path.read(scope.input) }
}

/**
 * Compiles a path that leads to one value of the input or of a variable. Throws InvalidExpressionError for one that begins
 * with `$$` (measured for the numbers of a Map), or that may lead to several values.
 */
export function compileValuePath(text: string): PathExpression {
  const path = compilePathExpression(text)
  const reason = path.root === 'context' ? 'it may not begin with $$' : 'it may lead to several values'
  if (path.root !== 'context' && path.definite) return path
  throw new InvalidExpressionError(`'${text}' is not a reference path: ${reason}`)
}

function contextOf(scope: Scope): Json {
  return scope.context()
}

function inputOf(scope: Scope): Json {
  return scope.input
}

function variablePath(text: string, name: string, path: JsonPath): PathExpression {
  // What AWS prints when a variable was never assigned is not recorded; the wording is an assumption.
  const unset = new PathFailure('missing', `No results for path: $${name}`)
  return {
    text,
    definite: path.definite,
    root: 'variable',
    document: (scope) => readVariable(scope.variables, name) ?? scope.input,
    read(scope) {
      const value = readVariable(scope.variables, name)
      return value === undefined ? unset : path.read(value)
    },
  }
}
