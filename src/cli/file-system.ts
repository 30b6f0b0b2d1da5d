import {
  chmodSync,
  closeSync,
  constants,
  copyFileSync,
  fsyncSync,
  linkSync,
  lstatSync,
  openSync,
  renameSync,
  statSync,
  unlinkSync,
  writeSync,
} from 'node:fs'

/** What writing asks of the file system; each call throws as Node does. */
export interface FileSystem {
  /** What is at a path; a link to a device or pipe (`/dev/stdout`) is that device. */
  readonly kindOf: (path: string) => FileKind
  /** Makes an empty file with the permissions of the one at `path`, of the first name by number that nobody has; its path. */
  readonly createBeside: (path: string, name: (number: number) => string) => string
  /** Writes all pieces to a file or device that is there. */
  readonly writeTo: (path: string, pieces: Iterable<string>) => void
  /** Gives a file the name of another, which goes. */
  readonly rename: (from: string, to: string) => void
  /** Gives a file a name that nothing has yet; EEXIST if something has. */
  readonly linkNew: (from: string, to: string) => void
  /** Removes a file if it is there. */
  readonly remove: (path: string) => void
}

export type FileKind = 'nothing' | 'file' | 'folder' | 'link' | 'device'

/** How a disk says that it has no hard links. */
const NO_LINKS: readonly string[] = ['EPERM', 'ENOTSUP', 'ENOSYS', 'EOPNOTSUPP']

/** Names that are tried for a temporary file: others are of calls that run at the same time, or that were killed. */
const MOST_NAMES = 100

export const NODE_FILES: FileSystem = {
  kindOf(path) {
    const own = lstatSync(path, { throwIfNoEntry: false })
    if (!own) return 'nothing'
    if (own.isDirectory()) return 'folder'
    if (own.isFile()) return 'file'
    const target = own.isSymbolicLink() ? statSync(path, { throwIfNoEntry: false }) : own
    return target && !target.isFile() && !target.isDirectory() ? 'device' : 'link'
  },
  createBeside(path, name) {
    const mode = statSync(path, { throwIfNoEntry: false })?.mode
    for (let number = 1; ; number++) {
      try {
        const file = name(number)
        closeSync(openSync(file, 'wx'))
        if (mode !== undefined) chmodSync(file, mode)
        return file
      } catch (error) {
        if (number === MOST_NAMES || codeOf(error) !== 'EEXIST') throw error
      }
    }
  },
  writeTo(path, pieces) {
    const descriptor = openSync(path, 'w')
    try {
      for (const piece of pieces) writeAll(descriptor, Buffer.from(piece))
      sync(descriptor)
    } finally {
      closeSync(descriptor)
    }
  },
  rename: renameSync,
  linkNew(from, to) {
    try {
      linkSync(from, to)
    } catch (error) {
      if (!NO_LINKS.includes(codeOf(error))) throw error
      copyFileSync(from, to, constants.COPYFILE_EXCL)
    }
    unlinkSync(from)
  },
  remove(path) {
    try {
      unlinkSync(path)
    } catch {
      // What cannot be removed stays: the mistake that led here is the one to tell.
    }
  },
}

/** A disk that is nearly full, or a pipe, takes part of what it is given. */
function writeAll(descriptor: number, bytes: Buffer): void {
  for (let written = 0; written < bytes.length;) {
    written += writeSync(descriptor, bytes, written)
  }
}

/** Some disks tell that they are full only here; a device has nothing to bring in step. */
function sync(descriptor: number): void {
  try {
    fsyncSync(descriptor)
  } catch (error) {
    if (!['EINVAL', 'EROFS', 'ENOTSUP'].includes(codeOf(error))) throw error
  }
}

function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error ? String(error.code) : ''
}
