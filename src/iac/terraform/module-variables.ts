import { isObject } from '../../asl/json.js'
import { parseData } from '../../asl/parse.js'
import { nearestOr } from '../../asl/suggest.js'
import { UserError } from '../../asl/user-error.js'
import { readSourceFile } from '../source-file.js'
import { TracedText } from '../traced-text.js'
import type { Environment } from './environment.js'
import { evaluateExpression } from './evaluate-expression.js'
import { valueOfJson } from './terraform-json.js'
import { parseFile } from './parse-body.js'
import { parseExpression } from './parse-hcl.js'
import type { HclBlock } from './hcl-syntax.js'
import { converted, standInOfType, typeName } from './variable-types.js'
import type { TerraformValue } from './terraform-values.js'

/** Values given to variables of a root module: by files, then by the user. */
export type Inputs = ReadonlyMap<string, TerraformValue>

/** The values in files of variables, `.tfvars` or JSON; later files count. */
export function readVariableFiles(paths: readonly string[], environment: Environment): Inputs {
  const inputs = new Map<string, TerraformValue>()
  for (const path of paths) {
    const text = readSourceFile(path, 'a file of variables')
    if (path.endsWith('.json')) {
      const data = parseData(text, path)
      if (!isObject(data))
        throw new UserError('definition', 'expected an object with values of variables', { at: { file: path } })
      for (const [name, value] of Object.entries(data)) inputs.set(name, valueOfJson(value))
    } else {
      for (const [name, { value }] of parseFile(text, path).attributes)
        inputs.set(name, evaluateExpression(value, environment))
    }
  }
  return inputs
}

/** UserError for a value given to a variable that the module does not have. */
export function checkInputNames(
  names: readonly string[],
  variables: ReadonlyMap<string, HclBlock>,
  folder: string,
): void {
  for (const name of names) {
    if (variables.has(name)) continue
    const near = nearestOr(name, variables.keys(), `it has ${[...variables.keys()].join(', ') || 'none'}`)
    throw new UserError('usage', `the module has no variable "${name}"`, { at: { file: folder }, ...near })
  }
}

/** The value of a text given on the command line: a string if the variable is one, else an expression, as Terraform has it. */
export function inputValue(text: string, variable: HclBlock | undefined, environment: Environment): TerraformValue {
  const type = typeName(variable?.body.attributes.get('type')?.value)
  if (type === 'string' || type === undefined) return text
  return evaluateExpression(
    parseExpression(TracedText.at(text, { file: `--param ${text}`, line: 1, column: 1 })),
    environment,
  )
}

/** The value of a variable: what it is given, else its default, else something of its type that stands in for it. */
export function variableValue(
  name: string,
  address: string,
  block: HclBlock,
  given: TerraformValue | undefined,
  environment: Environment,
): TerraformValue {
  const { attributes } = block.body
  const type = attributes.get('type')?.value
  const byDefault = attributes.get('default')
  const value = given ?? (byDefault && evaluateExpression(byDefault.value, environment))
  if (value === undefined) return environment.runtime.unknown(address, standInOfType(name, type))
  return converted(value, type)
}
