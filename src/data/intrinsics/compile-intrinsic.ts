import type { Json } from '../../asl/json.js'
import type { Evaluator } from '../evaluator.js'
import { InvalidExpressionError, QueryFailure } from '../failure.js'
import { formatTemplate, type FormatTemplate } from './format-template.js'
import { PathFailure } from '../jsonpath/path-failure.js'
import { MAX_NESTING, nestsDeeperThan, printedJson } from '../../asl/nesting.js'
import { compilePathExpression } from '../path-expression.js'
import { compilePresentRead } from '../present-value.js'
import { IntrinsicError, type Intrinsic } from './intrinsic.js'
import { parseCall, type Argument, type IntrinsicCall } from './parse-intrinsic.js'
import { INTRINSICS } from './intrinsic-table.js'

/**
 * Compiles an intrinsic function call such as `States.Format('{}', $.name)`. Arguments are evaluated from left to right;
 * the first failure ends the evaluation, and its cause quotes the whole text, wherever in it a call failed (measured).
 *
 * @throws InvalidExpressionError if the text is no call, or a call of no function that exists with so many arguments.
 */
export function compileIntrinsic(text: string): Evaluator {
  const call = parseCall(text)
  return compileCall(call, call.text)
}

/** `whole`: the text that failures quote. */
function compileCall(call: IntrinsicCall, whole: string): Evaluator {
  const intrinsic = intrinsicOf(call)
  const readers = call.args.map((argument, index) =>
    intrinsic.template && index === 0 ? compileTemplate(argument, whole) : compileArgument(argument, whole),
  )
  return (scope) => {
    const args: Json[] = []
    for (const read of readers) {
      const value = read(scope)
      if (value instanceof QueryFailure) return value
      if (intrinsic.deep && nestsDeeperThan(value, MAX_NESTING)) {
        return failureIn(whole, `Argument ${args.length + 1} is nested more than ${MAX_NESTING} deep`)
      }
      args.push(value)
    }
    const result = intrinsic.call(args, scope.chance)
    return result instanceof IntrinsicError ? failureIn(whole, result.detail) : result
  }
}

function intrinsicOf(call: IntrinsicCall): Intrinsic {
  const intrinsic = INTRINSICS.get(call.name)
  if (intrinsic === undefined)
    throw new InvalidExpressionError(`'${call.text}' calls ${call.name}, which is no intrinsic function`)
  const { minArgs, maxArgs } = intrinsic
  const count = call.args.length
  if (count >= minArgs && count <= maxArgs) return intrinsic
  throw new InvalidExpressionError(
    `'${call.text}' has ${count} arguments, and ${call.name} takes ${arity(minArgs, maxArgs)}`,
  )
}

function arity(minArgs: number, maxArgs: number): string {
  if (minArgs === maxArgs) return String(minArgs)
  return maxArgs === Infinity ? `at least ${minArgs}` : `${minArgs} to ${maxArgs}`
}

function compileArgument(argument: Argument, whole: string): Evaluator {
  if (argument.kind === 'call') return compileCall(argument, whole)
  if (argument.kind === 'path') return compilePathArgument(argument.text, whole)
  const { value } = argument
  return () => value
}

/** The pieces of a template. */
function compileTemplate(argument: Argument, whole: string): Evaluator {
  const piecesOf = ({ pieces, strayBrace }: FormatTemplate): ReturnType<Evaluator> =>
    strayBrace === undefined ? pieces : failureIn(whole, invalidTemplate(strayBrace))
  if (argument.kind === 'string') return () => piecesOf(argument)
  const read = compileArgument(argument, whole)
  return (scope) => {
    const template = read(scope)
    if (template instanceof QueryFailure) return template
    if (typeof template !== 'string') return failureIn(whole, 'Argument 1 must be a string')
    return piecesOf(formatTemplate(template))
  }
}

/** The text for an open brace is reported from production; that for a closing one is worded after it. */
function invalidTemplate(stray: string): string {
  const match = stray === '{' ? '}' : '{'
  return `Invalid template in States.Format: matching '${match}' not found for '${stray}'.`
}

/** The wording for a path that leads nowhere was measured on AWS us-east-1 (2026). */
function compilePathArgument(text: string, whole: string): Evaluator {
  const path = compilePathExpression(text)
  const read = compilePresentRead(path)
  return (scope) => {
    const value = read(scope)
    if (!(value instanceof PathFailure)) return value
    if (value.kind !== 'missing') return failureIn(whole, value.message)
    const document = printedJson(path.document(scope))
    return failureIn(
      whole,
      `The JsonPath argument for the field '${text}' could not be found in the input '${document}'`,
    )
  }
}

function failureIn(whole: string, detail: string): QueryFailure {
  const cause = `The function '${whole}' had the following error: ${detail}`
  return new QueryFailure('States.Runtime', cause, undefined, 'intrinsic-name')
}
