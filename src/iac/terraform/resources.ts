import type { ErrorPlace } from '../../asl/user-error.js'
import { functionArn } from '../stand-ins.js'
import { TracedText } from '../traced-text.js'
import { type Environment, expressionPosition } from './environment.js'
import { renderTemplate } from './evaluate-template.js'
import { evaluateExpression } from './evaluate-expression.js'
import type { BlockInstance } from './block-instances.js'
import { idIsName, NAMES, PLACE, resourceStandIn } from './resource-types.js'
import type { Lazy } from './terraform-runtime.js'
import type { HclBlock } from './hcl-syntax.js'
import {
  type ObjectMember,
  needText,
  NoValue,
  type Open,
  settled,
  textOfValue,
  tracedOf,
  type TerraformValue,
} from './terraform-values.js'

/** A resource or data source as a module declares it, or only mentions it. */
export interface TerraformResource {
  readonly data: boolean
  readonly type: string
  /** `aws_lambda_function.resize`, with the modules it is in before it. */
  readonly address: string
  /** Its name, with those of the modules it is in: made-up ARNs have it. */
  readonly id: string
  readonly block: HclBlock | undefined
}

/** What the module of a resource has for working out its attributes. */
export interface Surroundings {
  readonly lazy: Lazy
  readonly environment: (bound: ReadonlyMap<string, TerraformValue>) => Environment
}

/** One instance of a resource as a value. */
export function resourceValue(
  resource: TerraformResource,
  instance: BlockInstance,
  step: string,
  around: Surroundings,
): Open {
  const address = resource.address + step
  const suffix = step
    .replaceAll(/[^\w-]+/g, '-')
    .replace(/-$/, '')
    .replace(/^-?/, step === '' ? '' : '-')
  const one = { ...resource, address, id: resource.id + suffix }
  return {
    address,
    many: false,
    empty: false,
    access: (key, indexed) => {
      if (typeof key === 'number' || (indexed && resource.block === undefined))
        return resourceValue(resource, instance, `${step}[${JSON.stringify(key)}]`, around)
      const token = `${address}.${key}`
      const where = (): ErrorPlace | undefined => resource.block && origin(resource.block)
      return around.lazy.get(token, where, () => attribute(one, instance, key, around))
    },
  }
}

function origin(block: HclBlock): ReturnType<TracedText['origin']> {
  return block.source.origin(block.start)
}

/** The value of an attribute: as configured, by the kind of resource, or made up. It counts as not known all the same. */
function attribute(
  resource: TerraformResource,
  instance: BlockInstance,
  name: string,
  around: Surroundings,
): TerraformValue {
  const environment = around.environment(instance.bound)
  if (resource.data && resource.type === 'template_file' && name === 'rendered') return rendered(resource, environment)
  if (resource.data && resource.type === 'local_file' && name === 'content') return content(resource, environment)
  const configured = configuredValue(resource, name, environment)
  const standIn = configured ?? standInOf(resource, name, environment)
  return environment.runtime.unknown(`${resource.address}.${name}`, standIn)
}

function configuredValue(
  { block, type }: TerraformResource,
  name: string,
  environment: Environment,
): TerraformValue | undefined {
  const own = name === 'id' && idIsName(type) ? NAMES.find((candidate) => block?.body.attributes.has(candidate)) : name
  const found = own === undefined ? undefined : block?.body.attributes.get(own)
  if (!found) return undefined
  const value = settled(evaluateExpression(found.value, environment))
  return value === null ? undefined : value
}

function standInOf(resource: TerraformResource, name: string, environment: Environment): string {
  const { type, id } = resource
  if (resource.data) {
    const fixed = fixedValue(type, name)
    if (fixed !== undefined) return fixed
  }
  if (type === 'aws_lambda_alias' && name === 'arn') return aliasArn(resource, environment)
  return resourceStandIn(type, id, name)
}

/** What data sources say of the account, the region and the partition. */
function fixedValue(type: string, name: string): string | undefined {
  const { account, partition, region } = PLACE
  const values: Readonly<Record<string, Readonly<Record<string, string>>>> = {
    aws_caller_identity: {
      account_id: account,
      arn: `arn:${partition}:iam::${account}:root`,
      id: account,
      user_id: account,
    },
    aws_partition: { dns_suffix: 'amazonaws.com', id: partition, partition },
    aws_region: { description: region, id: region, name: region, region },
  }
  const known = Object.hasOwn(values, type) ? values[type] : undefined
  return known && Object.hasOwn(known, name) ? known[name] : undefined
}

function aliasArn({ block, id }: TerraformResource, environment: Environment): string {
  const [name, owner] = ['name', 'function_name'].map((argument) => {
    const found = block?.body.attributes.get(argument)
    return found && textOfValue(evaluateExpression(found.value, environment))
  })
  const of = owner === undefined ? functionArn(id, PLACE) : owner.startsWith('arn:') ? owner : functionArn(owner, PLACE)
  return `${of}:${name ?? 'live'}`
}

/** https://registry.terraform.io/providers/hashicorp/local/latest/docs/data-sources/file */
function content({ block, address }: TerraformResource, environment: Environment): TerraformValue {
  const named = block?.body.attributes.get('filename')
  if (!named) throw new NoValue(`${address} has no filename`)
  const { project } = environment.runtime
  const path = needText(evaluateExpression(named.value, environment))
  const file = project.find(path, environment.folder)
  if (file === undefined) throw new NoValue(`there is no file ${path}`)
  return project.read(file, expressionPosition(named.value))
}

/**
 * https://registry.terraform.io/providers/hashicorp/template/latest/docs/data-sources/file, with its variables as an
 * argument or, as before Terraform 0.12, in a block.
 */
function rendered({ block, address }: TerraformResource, environment: Environment): TerraformValue {
  const template = block?.body.attributes.get('template')
  if (!block || !template) throw new NoValue(`${address} has no template`)
  const value = evaluateExpression(template.value, environment)
  const source = tracedOf(value) ?? TracedText.at(needText(value), expressionPosition(template.value))
  const given = block.body.attributes.get('vars')
  const variables = new Map<string, ObjectMember>()
  if (given) {
    const members = settled(evaluateExpression(given.value, environment))
    if (members instanceof Map) for (const [name, member] of members) variables.set(name, member)
  }
  for (const { type, body } of block.body.blocks) {
    if (type !== 'vars') continue
    for (const [name, { value: expression }] of body.attributes)
      variables.set(name, { value: evaluateExpression(expression, environment) })
  }
  return renderTemplate(source, variables, environment)
}
