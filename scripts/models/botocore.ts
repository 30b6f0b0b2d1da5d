import { execFileSync } from 'node:child_process'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { gunzipSync } from 'node:zlib'

/** A shape of a service model, as far as it is read here. */
export interface Shape {
  readonly type: string
  readonly members?: Readonly<Record<string, Member>>
  readonly required?: readonly string[]
  readonly member?: Member
  readonly key?: Member
  readonly value?: Member
  readonly max?: number
  readonly enum?: readonly string[]
  readonly error?: { readonly code?: string; readonly httpStatusCode?: number }
  readonly fault?: boolean
  readonly retryable?: { readonly throttling?: boolean }
}

export interface Member {
  readonly shape: string
  readonly idempotencyToken?: boolean
}

export interface Operation {
  readonly http?: { readonly method?: string }
  readonly input?: Member
  readonly output?: Member
  readonly errors?: readonly Member[]
}

/** A service as botocore describes it. https://github.com/boto/botocore/tree/develop/botocore/data */
export interface ServiceModel {
  readonly metadata: { readonly serviceId: string; readonly protocol: string }
  readonly operations: Readonly<Record<string, Operation>>
  readonly shapes: Readonly<Record<string, Shape>>
}

/** The folder of an unpacked or installed botocore; undefined if there is none. */
export function findBotocore(folder: string | undefined): string | undefined {
  const found = folder ?? installedBotocore()
  return found !== undefined && existsSync(join(found, 'data')) ? found : undefined
}

function installedBotocore(): string | undefined {
  const script = 'import botocore, os; print(os.path.dirname(botocore.__file__))'
  try {
    return execFileSync('python3', ['-c', script], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] }).trim()
  } catch {
    return undefined
  }
}

/** e.g. `1.44.8`. */
export function botocoreVersion(folder: string): string {
  const text = readFileSync(join(folder, '__init__.py'), 'utf8')
  const version = /^__version__ = '([^']+)'/m.exec(text)?.[1]
  if (version === undefined) throw new Error(`${folder} has no __version__`)
  return version
}

/** The newest model of each service, in the order of the folders' names. */
export function serviceModels(folder: string): readonly ServiceModel[] {
  const data = join(folder, 'data')
  return readdirSync(data, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => name)
    .sort()
    .flatMap((service) => {
      const files = readdirSync(join(data, service))
        .sort()
        .map((version) => join(data, service, version, 'service-2.json.gz'))
      const newest = files.filter((file) => existsSync(file)).at(-1)
      return newest === undefined ? [] : [JSON.parse(gunzipSync(readFileSync(newest)).toString('utf8')) as ServiceModel]
    })
}
