import type { Json } from '../../../../src/asl/json.js'
import type { Environment } from '../../../../src/iac/terraform/environment.js'
import { evaluateExpression } from '../../../../src/iac/terraform/evaluate-expression.js'
import { encodeJson } from '../../../../src/iac/terraform/terraform-json.js'
import { parseExpression } from '../../../../src/iac/terraform/parse-hcl.js'
import { Project } from '../../../../src/iac/terraform/project.js'
import { TerraformRuntime } from '../../../../src/iac/terraform/terraform-runtime.js'
import { Unknown, type TerraformValue } from '../../../../src/iac/terraform/terraform-values.js'
import { TracedText } from '../../../../src/iac/traced-text.js'

/** Evaluates an expression that knows the names given; `x` is a value that is only known at deployment. */
export function evaluated(
  text: string,
  names: Readonly<Record<string, TerraformValue>> = {},
  folder = import.meta.dirname,
): TerraformValue {
  const runtime = new TerraformRuntime(new Project(folder), {})
  const bound = new Map<string, TerraformValue>([['x', new Unknown('x', 'stand-in')], ...Object.entries(names)])
  const environment: Environment = { runtime, evaluate: evaluateExpression, folder, bound, reference: () => undefined }
  return evaluateExpression(parseExpression(TracedText.ofFile(text, 'main.tf')), environment)
}

/** The same as JSON data; what is not known as `{ unknown: token }`. */
export function valueOf(
  text: string,
  names: Readonly<Record<string, TerraformValue>> = {},
  folder = import.meta.dirname,
): Json {
  const value = evaluated(text, names, folder)
  if (value instanceof Unknown) return { unknown: value.token }
  return JSON.parse(encodeJson(value, () => ({ file: '', line: 1, column: 1 })).text) as Json
}
