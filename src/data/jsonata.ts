import { createRequire } from 'node:module'
import type jsonata from 'jsonata'
import type { Json } from '../asl/json.js'
import { compiledOnce } from './compiled-once.js'
import { InvalidExpressionError, QueryFailure } from './failure.js'
import { AWS_SIGNATURES } from './jsonata/builtins/aws.js'
import { makeBuiltins } from './jsonata/builtins/builtins.js'
import type { PackageFunction } from './jsonata/builtins/package-functions.js'
import type { Code } from './jsonata/callables.js'
import { compileSyntax } from './jsonata/compile-syntax.js'
import { isCoded } from './jsonata/evaluation-error.js'
import { Frame } from './jsonata/frame.js'
import { LimitError, tooLarge } from './jsonata/evaluation-limits.js'
import { toPlain, UnsupportedResult } from './jsonata/plain.js'
import { printableValue } from './jsonata/printable-value.js'
import { JsonataRun } from './jsonata/jsonata-run.js'
import type { SyntaxNode } from './jsonata/syntax-node.js'
import { findReferences } from './jsonata/expression-references.js'
import { findTopLevelName } from './jsonata/top-level-names.js'
import type { Scope } from './scope.js'

/** A compiled JSONata expression. It keeps no state: the same scope gives the same answer. */
export interface JsonataExpression {
  /** What stands between `{%` and `%}`. */
  readonly text: string
  /** Whether `$states.errorOutput` stands in it: AWS refuses that outside of a catcher (measured). */
  readonly readsErrorOutput: boolean
  /** `location` is the field within the state, e.g. `Output/a[0]`. The values of the scope are never changed. */
  evaluate(scope: Scope, location: string): Json | QueryFailure
}

type Package = typeof jsonata

let loaded: Package | undefined

/** The package takes some milliseconds to load, and not every machine is written in JSONata. */
function load(): Package {
  loaded ??= createRequire(import.meta.url)('jsonata') as Package
  return loaded
}

let builtins: ReadonlyMap<string, unknown> | undefined

function loadBuiltins(): ReadonlyMap<string, unknown> {
  builtins ??= makeBuiltins(packageFunctions())
  return builtins
}

/**
 * Finds the package's built-in functions. It exports none of them, but calls a hook with the environment that has them
 * before its evaluation first waits for anything.
 */
function packageFunctions(): (name: string) => PackageFunction {
  const probe = load()('1')
  for (const [name, signature] of Object.entries(AWS_SIGNATURES))
    probe.registerFunction(name, () => undefined, signature)
  let environment: jsonata.Environment | undefined
  const hook = Symbol.for('jsonata.__evaluate_entry') as unknown as string
  probe.assign(hook, (_node: unknown, _input: unknown, given: jsonata.Environment) => {
    environment = given
  })
  void probe.evaluate(undefined)
  const found = environment
  if (!found) throw new Error('jsonata: this is not the version of the package that aslx was made for (2.0.6)')
  return (name) => found.lookup(name) as PackageFunction
}

/** The package's message for an error with a code. Its catalogue is applied to whatever its parser throws, and to nothing else. */
function messageOf(error: object): string {
  try {
    load()('', {
      get recover(): boolean {
        throw error
      },
    })
  } catch {
    // The very error, with its message filled in.
  }
  return 'message' in error ? String(error.message) : 'unknown error'
}

/** Compiles what stands between `{%` and `%}`, once per text. Throws InvalidExpressionError with AWS's code in its message. */
export const compileJsonata = compiledOnce((text): JsonataExpression => {
  const { code, readsErrorOutput } = compileCode(text)
  return { text, readsErrorOutput, evaluate: (scope, location) => evaluate(text, code, scope, location) }
})

const INVALID = 'INVALID_JSONATA_EXPRESSION'
const UNSUPPORTED = 'UNSUPPORTED_JSONATA_EXPRESSION'

function compileCode(text: string): { readonly code: Code; readonly readsErrorOutput: boolean } {
  try {
    const tree = parse(text)
    const { root, errorOutput } = findReferences(tree)
    // That AWS refuses it is measured; its text is not.
    if (root) throw new InvalidExpressionError("Reference to '$$' is not supported.", { code: UNSUPPORTED })
    const name = findTopLevelName(tree)
    if (name === undefined) return { code: compileSyntax(tree), readsErrorOutput: errorOutput }
    throw new InvalidExpressionError(`Reference to '${name}' at the top level is not supported.`, { code: UNSUPPORTED })
  } catch (error) {
    if (!(error instanceof RangeError)) throw error
    throw new InvalidExpressionError('Expression is nested too deeply', { code: INVALID })
  }
}

/** The syntax tree of what stands between `{%` and `%}`, for those who look into an expression. Throws InvalidExpressionError. */
export const parseJsonata = compiledOnce((text): SyntaxNode => parse(text))

/** Computes a part of an expression from a scope and a context value; undefined where it gives nothing or fails. */
export type NodeEvaluator = (scope: Scope, context: Json | undefined) => Json | undefined

/** Compiles a part of an expression, which sees the scope as the whole does. */
export function compileNode(node: SyntaxNode): NodeEvaluator {
  const code = compileSyntax(node)
  return (scope, context) => {
    try {
      const value = code(new JsonataRun(scope, loadBuiltins()), context, new Frame(undefined))
      return value === undefined ? undefined : toPlain(value)
    } catch {
      return undefined
    }
  }
}

/** Beside its own errors the parser lets through those of RegExp. */
function parse(text: string): SyntaxNode {
  try {
    return load()(withStandIns(text)).ast() as unknown as SyntaxNode
  } catch (error) {
    if (error instanceof RangeError) throw error
    throw new InvalidExpressionError((error as Error).message, { code: INVALID })
  }
}

/** Strings, and placeholders of a template outside of them. No expression of JSONata reads `${name}`: what stands in braces has a colon. */
const STRING_OR_PLACEHOLDER = /"(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)*'|\$\{(\w+(?:::?\w+|\.\w+)*)\}/g

/** A placeholder that nothing has replaced is a string, its name, as anywhere in a definition; as long, so that positions stay. */
function withStandIns(text: string): string {
  if (!text.includes('${')) return text
  return text.replaceAll(STRING_OR_PLACEHOLDER, (match, name?: string) =>
    name === undefined || /^\w+:\w+$/.test(name) ? match : `"${name}"`.padEnd(match.length),
  )
}

function evaluate(text: string, code: Code, scope: Scope, location: string): Json | QueryFailure {
  try {
    const value = code(new JsonataRun(scope, loadBuiltins()), undefined, new Frame(undefined))
    if (value === undefined) return failure(text, location, 'returned nothing (undefined).')
    return isGiven(scope, value) ? value : toPlain(value)
  } catch (error) {
    return failure(text, location, explain(error))
  }
}

/** A payload handed on as a whole is plain already, however large and deep it is. */
function isGiven(scope: Scope, value: unknown): value is Json {
  return value === scope.input || value === scope.result || value === scope.errorOutput
}

/** The cause of a States.QueryEvaluationError, recorded word for word. */
function failure(text: string, location: string, what: string): QueryFailure {
  const cause = `The JSONata expression '${text}' specified for the field '${location}' ${what}`
  return new QueryFailure('States.QueryEvaluationError', cause, location)
}

/** Throws on what is no error of the expression. */
function explain(error: unknown): string {
  if (error instanceof UnsupportedResult) return 'returned an unsupported result type.'
  if (error instanceof LimitError) return `threw an error during evaluation: ${error.message}`
  // Data nested deeper than any recursion over it can go.
  if (error instanceof RangeError) return `threw an error during evaluation: ${tooLarge().message}`
  if (isCoded(error)) return `threw an error during evaluation. ${error.code}: ${messageOf(printableValue(error))}`
  throw error
}
