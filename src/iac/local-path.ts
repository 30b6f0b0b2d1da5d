import { basename, dirname, isAbsolute, join, resolve } from 'node:path'
import { isObject, type Json, member } from '../asl/json.js'
import { asText } from './resolution.js'
import { isFile } from './source-file.js'

/**
 * The file that a location in a template means: a path from the template, or an asset that `cdk synth` put beside it.
 * Undefined for what is somewhere else, such as in S3.
 */
export function localPath(location: Json | undefined, template: string): string | undefined {
  const folder = dirname(template)
  if (isObject(location)) {
    const asset = join(folder, `asset.${basename(asText(member(location, 'Key')))}`)
    return isFile(asset) ? asset : undefined
  }
  const path = asText(location).replace(/^file:\/\//, '')
  if (/^[a-z0-9]{2,}:/i.test(path) || path === '') return undefined
  return isAbsolute(path) ? resolve(path) : join(folder, path)
}
