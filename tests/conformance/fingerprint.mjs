// The content fingerprint of docs/fingerprint.md, written a second time: for browsers and any other JavaScript with Web Crypto.
// A file is anything with `size` and `slice(start, end)` that has `arrayBuffer()`, as File and Blob do.

export const LEAF = 4 * 1024 * 1024

const sha256 = async (...parts) => {
  const joined = new Uint8Array(parts.reduce((size, part) => size + part.length, 0))
  let end = 0
  for (const part of parts) {
    joined.set(part, end)
    end += part.length
  }
  return new Uint8Array(await crypto.subtle.digest('SHA-256', joined))
}

const tag = (number) => Uint8Array.of(number)

export const hex = (bytes) => Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('')

/** The root of a file: leaves of 4 MiB, joined in pairs, an odd one going up alone. */
export const fileRoot = async (file) => {
  let level = []
  let start = 0
  do {
    const bytes = new Uint8Array(await file.slice(start, start + LEAF).arrayBuffer())
    level.push(await sha256(tag(0), bytes))
    start += LEAF
  } while (start < file.size)
  while (level.length > 1) {
    const above = []
    for (let at = 0; at < level.length; at += 2) {
      above.push(at + 1 < level.length ? await sha256(tag(1), level[at], level[at + 1]) : level[at])
    }
    level = above
  }
  return level[0]
}

/** A path as the manifest has it; throws for one that not every system can have. */
export const normalPath = (path) => {
  if (!path.isWellFormed()) throw new Error(`${path}: the name is not Unicode`)
  const normal = path.normalize('NFC')
  if (/[\\\0]/.test(normal)) throw new Error(`${path}: a name must not contain a backslash or NUL`)
  if (normal.split('/').some((step) => ['', '.', '..'].includes(step))) throw new Error(`${path}: not a path below the folder`)
  return normal
}

const byBytes = (one, other) => {
  const [a, b] = [one, other].map((text) => new TextEncoder().encode(text))
  for (let at = 0; at < Math.min(a.length, b.length); at++) if (a[at] !== b[at]) return a[at] - b[at]
  return a.length - b.length
}

/** The manifest of members {path, size, root: Uint8Array}, as text. */
export const manifest = (members) => {
  if (members.length === 0) throw new Error('a folder without files has no fingerprint')
  const rows = members
    .map(({ path, size, root }) => ({ path: normalPath(path), root: hex(root), size }))
    .sort((one, other) => byBytes(one.path, other.path))
  const paths = new Set(rows.map(({ path }) => path))
  if (paths.size < rows.length) throw new Error('two files have the same name in NFC')
  for (const path of paths) {
    const steps = path.split('/')
    for (let depth = 1; depth < steps.length; depth++) {
      if (paths.has(steps.slice(0, depth).join('/'))) throw new Error(`${path}: a file stands where its folder is`)
    }
  }
  return JSON.stringify(rows) // members in the order of RFC 8785: path, root, size
}

/** The root of a folder. */
export const folderRoot = async (members) => sha256(tag(2), new TextEncoder().encode(manifest(members)))
