import { type FunctionFacts, functionFacts } from '../../asl/function-facts.js'
import { UserError } from '../../asl/user-error.js'
import type { UnresolvedValue } from '../machine-source.js'
import { functionArn } from '../stand-ins.js'
import { evaluateExpression } from './evaluate-expression.js'
import { PLACE } from './resource-types.js'
import type { ModuleScope } from './module-scope.js'
import type { HclBlock, Body, Expression } from './hcl-syntax.js'
import { settled, textOfValue, type TerraformValue } from './terraform-values.js'

type Facts = Readonly<Record<string, FunctionFacts>>

/** Gives the value of an argument, if the function is given one. */
type Arguments = (name: string) => TerraformValue | undefined

/** The functions of a module and of those in it, by every name the definition may call them: ARN, name, version. */
export function moduleFunctionFacts(scope: ModuleScope): Facts {
  const facts = new Map<string, FunctionFacts>()
  collect(scope, facts)
  return Object.fromEntries(facts)
}

function collect(scope: ModuleScope, facts: Map<string, FunctionFacts>): void {
  for (const [name, block] of scope.resources)
    if (name.startsWith('aws_lambda_function.')) quietly(() => addFunction(name, block, scope, facts))
  for (const [name, block] of scope.resources)
    if (name.startsWith('aws_lambda_alias.')) quietly(() => addAlias(name, block, scope, facts))
  for (const [name, call] of scope.calls) {
    quietly(() => {
      for (const { scope: inner } of scope.modules(name, call)) if (inner) collect(inner, facts)
    })
  }
}

/** A mistake in a function or module is told where a machine needs it. */
function quietly(run: () => void): void {
  try {
    run()
  } catch (error) {
    if (!(error instanceof UserError)) throw error
  }
}

function addFunction(name: string, block: HclBlock, scope: ModuleScope, facts: Map<string, FunctionFacts>): void {
  for (const { instance, value } of scope.resourceInstances(name, block)) {
    const environment = scope.environment(instance.bound)
    const given: Arguments = (argument) => {
      const found = block.body.attributes.get(argument)
      return found && settled(evaluateExpression(found.value, environment))
    }
    const storage = storageOf(block.body, (expression) => evaluateExpression(expression, environment))
    const fact = factsOf(value.address, given, storage)
    const [arn, id] = ['arn', 'id'].map((attribute) => textOfValue(value.access(attribute, false)))
    const functionName = textOfValue(given('function_name') ?? null)
    const names = [arn, arn && `${arn}:1`, id, functionName, functionName && functionArn(functionName, PLACE)]
    for (const key of names) if (key !== undefined && key !== '') facts.set(key, fact)
  }
}

/** An alias is the function that its ARN begins with. */
function addAlias(name: string, block: HclBlock, scope: ModuleScope, facts: Map<string, FunctionFacts>): void {
  for (const { value } of scope.resourceInstances(name, block)) {
    const arn = textOfValue(value.access('arn', false)) ?? ''
    const fact = facts.get(arn.slice(0, arn.lastIndexOf(':')))
    if (fact) facts.set(arn, fact)
  }
}

function storageOf(
  { blocks }: Body,
  evaluated: (expression: Expression) => TerraformValue,
): TerraformValue | undefined {
  const size = blocks.find((block) => block.type === 'ephemeral_storage')?.body.attributes.get('size')
  return size && evaluated(size.value)
}

/** Functions that modules from elsewhere make, by what stands in for their outputs in the definition. */
export function moduleFacts(scope: ModuleScope, unresolved: readonly UnresolvedValue[]): Facts {
  const facts: [string, FunctionFacts][] = []
  for (const { token, standIn } of unresolved) {
    const name = /^module\.([\w-]+)[.[]/.exec(token)?.[1]
    const call = name === undefined ? undefined : scope.calls.get(name)
    if (
      name === undefined ||
      !call ||
      !['function_name', 'memory_size', 'runtime'].some((key) => call.body.attributes.has(key))
    )
      continue
    const [first] = scope.modules(name, call)
    if (!first || first.scope) continue
    const given: Arguments = (argument) => scope.argument(call, argument, first.instance)
    facts.push([standIn, factsOf(`module.${name}`, given, given('ephemeral_storage_size'))])
  }
  return Object.fromEntries(facts)
}

function factsOf(logicalId: string, given: Arguments, storage: TerraformValue | undefined): FunctionFacts {
  return functionFacts({
    logicalId,
    timeoutSeconds: numberOf(given('timeout')),
    memoryMb: numberOf(given('memory_size')),
    runtime: textOfValue(given('runtime') ?? null),
    ephemeralStorageMb: numberOf(storage),
    reservedConcurrency: numberOf(given('reserved_concurrent_executions')),
  })
}

function numberOf(value: TerraformValue | undefined): number | undefined {
  const text = value === undefined ? undefined : textOfValue(value)
  return text !== undefined && text !== '' && Number.isFinite(Number(text)) ? Number(text) : undefined
}
