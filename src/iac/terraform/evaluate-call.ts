import { UserError } from '../../asl/user-error.js'
import type { TerraformCall } from './call.js'
import { type Environment, made, expressionPosition, unknown } from './environment.js'
import { renderTemplate } from './evaluate-template.js'
import { FUNCTIONS } from './functions.js'
import type { Expression } from './hcl-syntax.js'
import { needList, NoValue, Unknown, type TerraformValue } from './terraform-values.js'

/** https://developer.hashicorp.com/terraform/language/functions */
export function evaluateCall(
  expression: Extract<Expression, { kind: 'call' }>,
  environment: Environment,
): TerraformValue {
  const { name } = expression
  if (name === 'try') return evaluateTry(expression, environment)
  if (name === 'can') return can(expression.args[0], environment)
  const own = FUNCTIONS.get(name.replace(/^core::/, ''))
  if (own === undefined) return unknown(expression, environment)
  const plainArgs = expression.args.map((arg) => environment.evaluate(arg, environment))
  const last = plainArgs.at(-1)
  const args = expression.expand && last !== undefined ? [...plainArgs.slice(0, -1), ...needList(last)] : plainArgs
  const merges = name === 'merge' || name === 'concat'
  return made(expression, environment, merges ? [] : args, () => own(args, callOf(expression, args, environment)))
}

/** The first argument that has a value. */
function evaluateTry({ args }: Extract<Expression, { kind: 'call' }>, environment: Environment): TerraformValue {
  for (const arg of args) {
    try {
      return environment.evaluate(arg, { ...environment, strict: true })
    } catch (error) {
      if (!(error instanceof NoValue)) throw error
    }
  }
  throw new NoValue('no argument of try has a value')
}

function can(arg: Expression | undefined, environment: Environment): boolean {
  try {
    return arg !== undefined && environment.evaluate(arg, { ...environment, strict: true }) !== undefined
  } catch (error) {
    if (error instanceof NoValue) return false
    throw error
  }
}

function callOf(expression: Expression, args: readonly TerraformValue[], environment: Environment): TerraformCall {
  const { runtime, folder } = environment
  const { project } = runtime
  return {
    place: () => expressionPosition(expression),
    spend: (count) => runtime.spend(count),
    readFile: (path) => {
      const file = project.find(path, folder)
      if (file !== undefined) return project.read(file, expressionPosition(expression))
      if (environment.strict) throw new NoValue(`there is no file ${path}`)
      throw noFile(path, expression, args)
    },
    hasFile: (path) => project.find(path, folder) !== undefined,
    render: (template, variables) => renderTemplate(template, variables, environment),
  }
}

function noFile(path: string, expression: Expression, args: readonly TerraformValue[]): UserError {
  const [named] = args
  const at = expressionPosition(expression)
  const what = `there is no file ${JSON.stringify(path)}`
  if (named instanceof Unknown) {
    const hint = 'give the variables it is made of with --param or --tfvars'
    return new UserError('definition', `${what}, as its name is not known (${named.token})`, { at, hint })
  }
  const hint = 'correct the path, which starts at the folder of the root module'
  return new UserError('definition', what, { at, hint })
}
