import { dirname } from 'node:path'
import { UserError } from '../../asl/user-error.js'
import type { FoundMachines, LoadOptions, MachineProblem } from '../found-machines.js'
import type { MachineSource } from '../machine-source.js'
import { isFolder } from '../source-file.js'
import { moduleFunctionFacts } from './module-function-facts.js'
import { instanceStep } from './block-instances.js'
import { type Declared, declaredAt, readTerraformMachine } from './terraform-machine.js'
import { Project } from './project.js'
import { TerraformRuntime } from './terraform-runtime.js'
import { ModuleScope } from './module-scope.js'
import type { HclBlock } from './hcl-syntax.js'
import type { TerraformValue } from './terraform-values.js'
import { checkInputNames, inputValue, readVariableFiles } from './module-variables.js'

const MACHINE = 'aws_sfn_state_machine'

/**
 * The machines of a folder of Terraform and of the modules beside it that it calls; a `.tf` file stands for its folder.
 * Throws UserError if the folder cannot be read.
 */
export function terraformMachines(path: string, options: LoadOptions): FoundMachines {
  const folder = isFolder(path) ? path : dirname(path)
  const scope = rootScope(folder, options)
  const machines: MachineSource[] = []
  const problems: MachineProblem[] = []
  const declared = declaredIn(scope, problems)
  const load = { file: path, substitutions: options.substitutions ?? {}, functions: moduleFunctionFacts(scope) }
  for (const machine of declared) {
    scope.runtime.next()
    collect(machine.name, machine.block, problems, () => machines.push(readTerraformMachine(machine, load)))
  }
  return { machines, problems }
}

function rootScope(folder: string, options: LoadOptions): ModuleScope {
  const project = new Project(folder)
  const runtime = new TerraformRuntime(project, options.substitutions ?? {})
  const given = new Map<string, TerraformValue>()
  const scope = new ModuleScope({ runtime, folder, where: { file: folder }, given: (name) => given.get(name) })
  const parameters = options.parameters ?? {}
  checkInputNames(Object.keys(parameters), scope.variables, folder)
  const files = [...project.variableFiles(), ...(options.tfvars ?? [])]
  for (const [name, value] of readVariableFiles(files, scope.environment())) given.set(name, value)
  for (const [name, text] of Object.entries(parameters))
    given.set(name, inputValue(text, scope.variables.get(name), scope.environment()))
  return scope
}

/** Runs something for a machine or module; a mistake there is a problem of it, and not of the others. */
function collect(name: string, block: HclBlock, problems: MachineProblem[], run: () => void): void {
  try {
    run()
  } catch (error) {
    if (!(error instanceof UserError)) throw error
    problems.push({ name, declaredAt: declaredAt(block), error })
  }
}

function declaredIn(scope: ModuleScope, problems: MachineProblem[]): readonly Declared[] {
  const all: Declared[] = []
  for (const [name, block] of scope.resources) {
    if (!name.startsWith(`${MACHINE}.`)) continue
    const address = scope.prefix + name
    collect(address, block, problems, () => {
      const { form, all: instances } = scope.instances(block)
      for (const instance of instances) {
        // `count = var.create ? 1 : 0` is a switch, and no list.
        const step = form === 'list' && instances.length === 1 ? '' : instanceStep(instance.key)
        all.push({ name: address + step, scope, block, instance })
      }
    })
  }
  for (const [name, call] of scope.calls) {
    const address = `${scope.prefix}module.${name}`
    collect(address, call, problems, () => {
      for (const { instance, scope: inner } of scope.modules(name, call)) {
        if (inner) all.push(...declaredIn(inner, problems))
        else if (call.body.attributes.has('definition'))
          all.push({ name: address + instanceStep(instance.key), scope, block: call, instance })
      }
    })
  }
  return all
}
