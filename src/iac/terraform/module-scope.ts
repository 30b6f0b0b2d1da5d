import { isAbsolute, join } from 'node:path'
import { type ErrorPlace, UserError } from '../../asl/user-error.js'
import { isFolder } from '../source-file.js'
import type { Environment, Reference } from './environment.js'
import { evaluateExpression } from './evaluate-expression.js'
import {
  type BlockInstance,
  type BlockInstances,
  instancesOf,
  instancesValue,
  instanceStep,
} from './block-instances.js'
import { namedStandIn } from './resource-types.js'
import { type TerraformResource, resourceValue, type Surroundings } from './resources.js'
import { Lazy, type TerraformRuntime } from './terraform-runtime.js'
import type { HclBlock, Body, Expression } from './hcl-syntax.js'
import { type Open, textOfValue, Unknown, type TerraformValue } from './terraform-values.js'
import { variableValue } from './module-variables.js'

/** Modules within one another. */
const MAX_MODULES = 20

/** Arguments of a module call that are no variables. */
const META: ReadonlySet<string> = new Set(['source', 'version', 'count', 'for_each', 'providers', 'depends_on'])

/** A module with the values its variables have: the root module, or an instance of a module call. */
export class ModuleScope {
  readonly runtime: TerraformRuntime
  readonly folder: string
  /** `module.a.module.b["x"].`; nothing for the root module. */
  readonly prefix: string
  readonly resources = new Map<string, HclBlock>()
  readonly calls = new Map<string, HclBlock>()
  readonly variables = new Map<string, HclBlock>()
  /** Names of the modules this one is in, for made-up names. */
  readonly #path: readonly string[]
  /** Folders of the modules this one is in, and its own. */
  readonly #folders: readonly string[]
  readonly #locals = new Map<string, Expression>()
  readonly #outputs = new Map<string, Expression>()
  readonly #given: (name: string) => TerraformValue | undefined
  readonly #busy: Set<string>
  readonly #lazy: Lazy
  readonly #modules = new Map<string, ModuleScope>()

  constructor(options: {
    readonly runtime: TerraformRuntime
    readonly folder: string
    readonly where: ErrorPlace
    readonly given: (name: string) => TerraformValue | undefined
    readonly busy?: Set<string>
    readonly prefix?: string
    readonly path?: readonly string[]
    readonly folders?: readonly string[]
  }) {
    this.runtime = options.runtime
    this.folder = options.folder
    this.prefix = options.prefix ?? ''
    this.#path = options.path ?? []
    this.#folders = [...(options.folders ?? []), options.folder]
    this.#given = options.given
    this.#busy = options.busy ?? new Set()
    this.#lazy = new Lazy(options.runtime, this.#busy)
    for (const body of options.runtime.project.folder(options.folder, options.where)) this.#declare(body)
  }

  #declare(body: Body): void {
    for (const block of body.blocks) {
      const [first = '', second = ''] = block.labels
      if (block.type === 'resource') this.resources.set(`${first}.${second}`, block)
      else if (block.type === 'data') this.resources.set(`data.${first}.${second}`, block)
      else if (block.type === 'module') this.calls.set(first, block)
      else if (block.type === 'variable') this.variables.set(first, block)
      else if (block.type === 'locals')
        for (const [name, { value }] of block.body.attributes) this.#locals.set(name, value)
      else if (block.type === 'output') {
        const value = block.body.attributes.get('value')
        if (value) this.#outputs.set(first, value.value)
      }
    }
  }

  environment(bound: ReadonlyMap<string, TerraformValue> = new Map()): Environment {
    return {
      runtime: this.runtime,
      evaluate: evaluateExpression,
      folder: this.folder,
      bound,
      reference: (name, steps) => this.#reference(name, steps),
    }
  }

  instances(block: HclBlock): BlockInstances {
    const environment = this.environment()
    return instancesOf(block, environment, (expression) => evaluateExpression(expression, environment))
  }

  #reference(name: string, [first, second]: readonly string[]): Reference | undefined {
    if (first === undefined) return undefined
    switch (name) {
      case 'var':
        return this.#once(`var.${first}`, this.variables.get(first), (block) => this.#variable(first, block))
      case 'local':
        return this.#once(`local.${first}`, this.#locals.get(first), (value) =>
          evaluateExpression(value, this.environment()),
        )
      case 'path':
        return { value: first === 'module' ? this.folder : this.runtime.project.root, taken: 1 }
      case 'terraform':
        return first === 'workspace' ? { value: 'default', taken: 1 } : undefined
      case 'module':
        return this.#once(`module.${first}`, this.calls.get(first), (block) => this.#moduleValue(first, block))
      case 'data':
        return second === undefined ? undefined : { value: this.#resource(`data.${first}.${second}`), taken: 2 }
      default:
        return /^[a-z][a-z0-9]*_\w+$/.test(name) ? { value: this.#resource(`${name}.${first}`), taken: 1 } : undefined
    }
  }

  #once<T extends HclBlock | Expression>(
    name: string,
    declared: T | undefined,
    compute: (declared: T) => TerraformValue,
  ): Reference | undefined {
    if (declared === undefined) return undefined
    const where = (): ErrorPlace => declared.source.origin(declared.start)
    return { value: this.#lazy.get(this.prefix + name, where, () => compute(declared)), taken: 1 }
  }

  #variable(name: string, block: HclBlock): TerraformValue {
    const address = `${this.prefix}var.${name}`
    return variableValue(name, address, block, this.#given(name), this.environment())
  }

  #resource(name: string): TerraformValue {
    const block = this.resources.get(name)
    const resource = this.describe(name)
    const around = this.#around()
    const make = (instance: BlockInstance, step: string): Open => resourceValue(resource, instance, step, around)
    if (!block) return make({ key: undefined, bound: new Map() }, '')
    const value = (): TerraformValue => instancesValue(this.instances(block), resource.address, make)
    const where = (): ErrorPlace => block.source.origin(block.start)
    return this.#lazy.get(`${this.prefix}${name}`, where, value)
  }

  /** What a resource becomes, one by one. */
  resourceInstances(
    name: string,
    block: HclBlock,
  ): readonly { readonly instance: BlockInstance; readonly value: Open }[] {
    const around = this.#around()
    const resource = this.describe(name)
    return this.instances(block).all.map((instance) => ({
      instance,
      value: resourceValue(resource, instance, instanceStep(instance.key), around),
    }))
  }

  #around(): Surroundings {
    return { lazy: this.#lazy, environment: (bound) => this.environment(bound) }
  }

  /** A resource by its name, e.g. `data.aws_region.current`. */
  describe(name: string): TerraformResource {
    const parts = name.split('.')
    const data = parts[0] === 'data'
    const [type = '', local = ''] = data ? parts.slice(1) : parts
    const id = [...this.#path, local].join('-')
    return { data, type, address: this.prefix + name, id, block: this.resources.get(name) }
  }

  /** The instances of a module call, each with what is in it if its source is here. */
  modules(
    name: string,
    call: HclBlock,
  ): readonly { readonly instance: BlockInstance; readonly scope: ModuleScope | undefined }[] {
    return this.instances(call).all.map((instance) => ({
      instance,
      scope: this.#module(name, call, instance, instanceStep(instance.key)),
    }))
  }

  /** What a module call gives its variables. */
  argument(call: HclBlock, name: string, instance: BlockInstance): TerraformValue | undefined {
    const found = META.has(name) ? undefined : call.body.attributes.get(name)
    return found && evaluateExpression(found.value, this.environment(instance.bound))
  }

  #module(name: string, call: HclBlock, instance: BlockInstance, step: string): ModuleScope | undefined {
    const key = name + step
    const known = this.#modules.get(key)
    if (known) return known
    const folder = this.#sourceOf(call)
    if (folder === undefined) return undefined
    const where = call.source.origin(call.start)
    if (this.#folders.includes(folder) || this.#folders.length > MAX_MODULES) {
      const what = `module ${name} is a part of itself (${folder})`
      throw new UserError('definition', what, { at: where, hint: 'give it another source' })
    }
    const scope = new ModuleScope({
      runtime: this.runtime,
      folder,
      where,
      given: (variable) => this.argument(call, variable, instance),
      busy: this.#busy,
      prefix: `${this.prefix}module.${key}.`,
      path: [...this.#path, key.replaceAll(/[^\w-]+/g, '-').replace(/-$/, '')],
      folders: this.#folders,
    })
    this.#modules.set(key, scope)
    return scope
  }

  /** The folder of a module that is kept beside this one, if it is there; others come from registries. */
  #sourceOf(call: HclBlock): string | undefined {
    const source = call.body.attributes.get('source')
    const path = source && textOfValue(evaluateExpression(source.value, this.environment()))
    if (path === undefined || !(/^\.{1,2}\//.test(path) || isAbsolute(path))) return undefined
    const folder = isAbsolute(path) ? path : join(this.folder, path)
    return isFolder(folder) ? folder : undefined
  }

  #moduleValue(name: string, call: HclBlock): TerraformValue {
    const address = `${this.prefix}module.${name}`
    return instancesValue(this.instances(call), address, (instance, step) =>
      this.#moduleInstance(name, call, instance, step),
    )
  }

  #moduleInstance(name: string, call: HclBlock, instance: BlockInstance, step: string): Open {
    const address = `${this.prefix}module.${name}${step}`
    return {
      address,
      many: false,
      empty: false,
      access: (output) => {
        const scope = this.#module(name, call, instance, step)
        if (typeof output === 'number') return this.#moduleInstance(name, call, instance, `${step}[${output}]`)
        const token = `${address}.${output}`
        const { result, notes } = this.runtime.noting(() => scope?.output(output))
        const standIn = result ?? moduleStandIn([...this.#path, name].join('-') + step, output)
        if (result !== undefined && notes.size === 0) return result
        const made = this.runtime.unknown(token, standIn)
        return result === undefined || result instanceof Unknown ? made : result
      },
    }
  }

  /** The value of an output; undefined if the module has none of this name. */
  output(name: string): TerraformValue | undefined {
    return this.#once(`output.${name}`, this.#outputs.get(name), (value) =>
      evaluateExpression(value, this.environment()),
    )?.value
  }
}

/** What stands in for an output of a module that is not here. */
function moduleStandIn(module: string, output: string): TerraformValue {
  const name = module.replaceAll(/[^\w-]+/g, '-').replace(/-$/, '')
  return namedStandIn(output, `${name}-${output}`)
}
