import { readFileSync, readdirSync, realpathSync, statSync } from 'node:fs'
import { join, relative, isAbsolute } from 'node:path'
import { UserError } from '../../asl/user-error.js'
import { noteRead } from '../../iac/read-files.js'
import { MAX_OBJECT_BYTES, type StoredObject, storedObject } from '../../tasks/object-bytes.js'
import type { ObjectStore } from '../../tasks/object-store.js'

/** Objects of a folder, and levels of folders in it. Chosen: far more than a test needs. */
const MAX_FILES = 100_000
const MAX_DEPTH = 32

/**
 * The objects of a folder: its own folders are the buckets, and the path of a file below one is its key, with `/` between
 * the steps. UserError for what cannot be read, for a link that leads out of the folder, for a file where a bucket should be
 * (one whose name begins with a dot is passed over), and for more than 256 MiB or 100,000 files.
 */
export function readObjectFolder(folder: string): ObjectStore {
  return new ObjectFolder(folder).read()
}

class ObjectFolder {
  readonly #folder: string
  readonly #root: string
  #bytes = 0
  #files = 0

  constructor(folder: string) {
    this.#folder = folder
    this.#root = told(folder, () => realpathSync(folder))
  }

  read(): ObjectStore {
    const buckets: [string, Readonly<Record<string, StoredObject>>][] = []
    for (const name of this.#namesIn(this.#folder)) {
      const path = join(this.#folder, name)
      if (this.#isFolder(path)) buckets.push([name, Object.fromEntries(this.#objectsIn(path, '', 1))])
      else if (!name.startsWith('.')) {
        throw new UserError(
          'usage',
          `${path} is no folder: the folders in ${this.#folder} are the buckets, move it into one`,
        )
      }
    }
    return Object.fromEntries(buckets)
  }

  #objectsIn(folder: string, prefix: string, depth: number): (readonly [string, StoredObject])[] {
    if (depth > MAX_DEPTH) {
      throw new UserError('usage', `${folder} is more than ${MAX_DEPTH} folders deep in ${this.#folder}`)
    }
    return this.#namesIn(folder).flatMap((name) => {
      const path = join(folder, name)
      const key = `${prefix}${name}`
      if (this.#isFolder(path)) return this.#objectsIn(path, `${key}/`, depth + 1)
      return [[key, this.#object(path)] as const]
    })
  }

  #object(path: string): StoredObject {
    return told(path, () => {
      const stats = statSync(path)
      if (!stats.isFile()) throw new UserError('usage', `${path} is not a regular file`)
      this.#files++
      this.#bytes += stats.size
      if (this.#files > MAX_FILES || this.#bytes > MAX_OBJECT_BYTES) {
        const limit = `${MAX_OBJECT_BYTES / 1024 / 1024} MiB or ${MAX_FILES} files`
        throw new UserError('usage', `${this.#folder} holds more than ${limit}: name a smaller folder of objects`)
      }
      noteRead(path)
      return storedObject(readFileSync(path))
    })
  }

  /** In the order of their characters: that of the file system differs from machine to machine. */
  #namesIn(folder: string): string[] {
    return told(folder, () => readdirSync(folder).sort())
  }

  #isFolder(path: string): boolean {
    return told(path, () => {
      const within = relative(this.#root, realpathSync(path))
      if (within === '..' || within.startsWith('../') || within.startsWith('..\\') || isAbsolute(within)) {
        throw new UserError('usage', `${path} is a link that leads out of ${this.#folder}: copy the file there instead`)
      }
      return statSync(path).isDirectory()
    })
  }
}

function told<T>(path: string, read: () => T): T {
  try {
    return read()
  } catch (error) {
    if (error instanceof UserError) throw error
    const code = error instanceof Error && 'code' in error ? String(error.code) : 'unknown reason'
    const reason = code === 'ENOENT' ? 'there is no such folder or file' : `it cannot be read (${code})`
    throw new UserError('usage', `the objects of s3: ${path.replaceAll('\0', '\\0')}: ${reason}`)
  }
}
