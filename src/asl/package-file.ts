import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'

/**
 * Text of a file in the package's folder `data`. The package's own folder is found by its name, so that it is the same from
 * sources and from a bundle of any depth.
 */
export function readPackageData(name: string, encoding: 'utf8' | 'latin1' = 'utf8'): string {
  const folder = dirname(createRequire(import.meta.url).resolve('aslx/package.json'))
  return readFileSync(join(folder, 'data', name), encoding)
}
