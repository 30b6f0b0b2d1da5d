import { basename, dirname, join } from 'node:path'
import { UserError } from '../asl/user-error.js'
import { wasRead } from '../iac/read-files.js'
import { type FileSystem, NODE_FILES } from './file-system.js'

export interface WriteOptions {
  /** What the file is in messages, e.g. `--output report.json`. Default: its path. */
  readonly named?: string
  /** Whether there must be no such file yet. Default: one that is there is replaced, unless this call reads it. */
  readonly isNew?: boolean
  /** Whether this call has read the file to change it. Default: what was read is not written over. */
  readonly isEdit?: boolean
  /** Default: those of the machine. */
  readonly files?: FileSystem
}

/**
 * Writes a file whole, or fails with a UserError and leaves what was there as it was: to a temporary file in the same folder, which
 * then takes the name. Not through a symbolic link, and not over a file that this call has read. A device or pipe, such as
 * `/dev/null`, is written to as it is.
 */
export function writeFile(path: string, text: string | Iterable<string>, options: WriteOptions = {}): void {
  const { named = path, isNew = false, isEdit = false, files = NODE_FILES } = options
  const pieces = typeof text === 'string' ? [text] : text
  const refuse = (why: string): UserError => new UserError('usage', `${named} cannot be written: ${why}`)
  try {
    if (path === '') throw refuse('its name is empty')
    const there = files.kindOf(path)
    if (there === 'device') return writeToDevice(path, pieces, files)
    if (there === 'link') throw refuse('it is a symbolic link; name the file that it leads to')
    if (there === 'folder') throw refuse('it is a folder; name a file in it')
    if (there === 'file' && isNew) throw refuse('it is there already')
    if (there === 'file' && !isEdit && wasRead(path)) throw refuse('it is what this command reads; name another file')
    replace(path, pieces, isNew, files)
  } catch (error) {
    const code = codeOf(error)
    throw code === undefined ? error : refuse(Object.hasOwn(REASONS, code) ? (REASONS[code] ?? code) : code)
  }
}

/** A reader that goes away has had enough. */
function writeToDevice(path: string, pieces: Iterable<string>, files: FileSystem): void {
  try {
    files.writeTo(path, pieces)
  } catch (error) {
    if (codeOf(error) !== 'EPIPE') throw error
  }
}

function replace(path: string, pieces: Iterable<string>, isNew: boolean, files: FileSystem): void {
  const temporary = files.createBeside(path, (number) => join(dirname(path), `.aslx-${number}-${nameOf(path)}`))
  try {
    files.writeTo(temporary, pieces)
    if (isNew) files.linkNew(temporary, path)
    else files.rename(temporary, path)
  } catch (error) {
    files.remove(temporary)
    throw error
  }
}

/** The end of the name, so that with what comes before it it is none that is too long. */
function nameOf(path: string): string {
  return basename(path).slice(-100)
}

const REASONS: Readonly<Record<string, string>> = {
  ENOSPC: 'no space is left on the disk',
  EDQUOT: 'the quota of the disk is used up',
  EFBIG: 'the file would be too large',
  EIO: 'the disk fails',
  ENOENT: 'its folder is not there',
  ENOTDIR: 'its folder is not there',
  EEXIST: 'it is there already',
  EACCES: 'permission is denied',
  EPERM: 'permission is denied',
  EROFS: 'the disk can only be read',
  ENAMETOOLONG: 'the name is too long',
  ERR_INVALID_ARG_VALUE: 'the name has a null character in it',
}

/** The file system's name for what went wrong; undefined for anything else, such as a bug in what makes the text. */
function codeOf(error: unknown): string | undefined {
  return error instanceof Error && 'code' in error ? String(error.code) : undefined
}
