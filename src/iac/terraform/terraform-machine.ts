import type { Json } from '../../asl/json.js'
import { member } from '../../asl/json.js'
import type { SourcePosition } from '../../asl/positions.js'
import { UserError } from '../../asl/user-error.js'
import { readDefinitionText } from '../definition-text.js'
import type { MachineSource } from '../machine-source.js'
import { substituteText } from '../substitutions.js'
import { TracedText } from '../traced-text.js'
import { quoteBareWords } from './bare-words.js'
import { expressionPosition } from './environment.js'
import { evaluateExpression } from './evaluate-expression.js'
import { moduleFacts } from './module-function-facts.js'
import type { BlockInstance } from './block-instances.js'
import type { ModuleScope } from './module-scope.js'
import type { Attribute, HclBlock } from './hcl-syntax.js'
import { standInTexts, unresolvedIn } from './unresolved.js'
import { isMembers, kindOf, settled, textOfValue, tracedOf, Unknown, type TerraformValue } from './terraform-values.js'

/** A machine as Terraform declares it: a resource, or a call of a module from elsewhere that is given a definition. */
export interface Declared {
  /** Its address, e.g. `module.orders.aws_sfn_state_machine.this["eu"]`. */
  readonly name: string
  readonly scope: ModuleScope
  readonly block: HclBlock
  readonly instance: BlockInstance
}

/** What is the same for all machines of a load. */
export interface TerraformLoad {
  /** What the user named. */
  readonly file: string
  readonly substitutions: Readonly<Record<string, Json>>
  readonly functions: MachineSource['functions']
}

/** Where a block begins. */
export function declaredAt({ source, start }: HclBlock): SourcePosition {
  return source.origin(start)
}

/** Reads a machine. Throws UserError, with the place and what to do, where its definition is out of reach. */
export function readTerraformMachine(declared: Declared, load: TerraformLoad): MachineSource {
  const { scope, block, instance, name } = declared
  const attribute = block.body.attributes.get('definition')
  if (!attribute) {
    const where = declaredAt(block)
    throw new UserError('definition', `${name} has no definition`, {
      at: where,
      hint: 'give it the argument definition',
    })
  }
  const { result, notes } = scope.runtime.noting(() =>
    evaluateExpression(attribute.value, scope.environment(instance.bound)),
  )
  const text = textOfDefinition(result, attribute, declared)
  const bare = quoteBareWords(text, standInTexts(notes))
  const substituted = substituteText(bare.text, (placeholder) => member(load.substitutions, placeholder))
  const read = readDefinitionText(substituted, 'definition')
  const known = new Set(bare.unresolved.map(({ token }) => token))
  const rest = unresolvedIn(read.definition, notes).filter(({ token }) => !known.has(token))
  const unresolved = [...bare.unresolved, ...rest, ...read.unresolved]
  return {
    name,
    logicalId: name,
    file: load.file,
    definition: read.definition,
    locate: read.locate,
    type: typeOf(declared),
    unresolved,
    functions: { ...load.functions, ...moduleFacts(scope, unresolved) },
    declaredAt: declaredAt(block),
  }
}

function textOfDefinition(value: TerraformValue, { value: expression }: Attribute, { name }: Declared): TracedText {
  const where = expressionPosition(expression)
  const inside = settled(value)
  const text = textOfValue(inside)
  if (value instanceof Unknown && !/^\s*\{/.test(text ?? '')) {
    const variable = /^(?:module\..+\.)?var\.([\w-]+)/.exec(value.token)?.[1]
    const advice =
      variable === undefined
        ? 'name the file the definition is in, or a state file (terraform show -json)'
        : `give the variable with --param ${variable}=... or --tfvars, or name the folder that calls this module`
    throw new UserError('definition', `the definition of ${name} is not known: ${value.token.slice(0, 200)}`, {
      at: where,
      hint: advice,
    })
  }
  if (isMembers(inside)) {
    throw new UserError('definition', `the definition of ${name} is an object`, {
      at: where,
      hint: 'put it in jsonencode(...)',
    })
  }
  if (text === undefined || text.trim() === '') {
    const what = text === undefined ? kindOf(value) : 'empty'
    const advice =
      'give the variables it is made of with --param or --tfvars, or name the folder that calls this module'
    throw new UserError('definition', `the definition of ${name} is ${what}`, { at: where, hint: advice })
  }
  return tracedOf(inside) ?? TracedText.at(text, expressionPosition(expression))
}

/** STANDARD unless the source says EXPRESS: https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/sfn_state_machine */
function typeOf({ scope, block, instance }: Declared): MachineSource['type'] {
  const type = block.body.attributes.get('type')
  const text = type && textOfValue(evaluateExpression(type.value, scope.environment(instance.bound)))
  return text?.toUpperCase() === 'EXPRESS' ? 'EXPRESS' : 'STANDARD'
}
