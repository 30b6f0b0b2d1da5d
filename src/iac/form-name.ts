import { isObject, type Json, member } from '../asl/json.js'
import { UserError } from '../asl/user-error.js'
import type { MachineSource } from './machine-source.js'
import { isPulumi } from './pulumi/stack.js'
import { typeOf } from './resolution.js'
import { isServerless } from './serverless/service.js'
import { isFile, readSourceFile } from './source-file.js'
import { parseSource, section } from './template.js'
import { isTerraformShow } from './terraform/show-json.js'

/** What kind of file a machine comes from. */
export type FormName = 'ASL' | 'CloudFormation' | 'SAM' | 'CDK' | 'Serverless' | 'Terraform' | 'Pulumi'

/** The kind of the file that declares a machine, as people call it. */
export function formName({ file, declaredAt }: Pick<MachineSource, 'file' | 'declaredAt'>): FormName {
  const path = isFile(file) ? file : declaredAt.file
  if (/\.tf$/i.test(path)) return 'Terraform'
  const root = rootOf(path)
  if (root === undefined || !isObject(root)) return 'ASL'
  if (isServerless(root)) return 'Serverless'
  if (isPulumi(root)) return 'Pulumi'
  if (isTerraformShow(root)) return 'Terraform'
  if (!isObject(member(root, 'Resources'))) return 'ASL'
  const resources = Object.values(section(root, 'Resources')).filter(isObject)
  if (resources.some((resource) => Object.hasOwn(section(resource, 'Metadata'), 'aws:cdk:path'))) return 'CDK'
  const isSam = resources.some((resource) => typeOf(resource).startsWith('AWS::Serverless::'))
  return isSam || Object.hasOwn(root, 'Transform') ? 'SAM' : 'CloudFormation'
}

/** Undefined for what is no JSON or YAML before values are put in. */
function rootOf(path: string): Json | undefined {
  try {
    return parseSource(readSourceFile(path), path).root
  } catch (error) {
    if (error instanceof UserError) return undefined
    throw error
  }
}
