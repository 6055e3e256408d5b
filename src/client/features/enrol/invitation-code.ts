/** The code an invitation's link brings behind its `#`; undefined if it brings none. */
export function codeFromHash(hash: string): string | undefined {
  try {
    const code = decodeURIComponent(hash.slice(1)).trim();
    return code === '' ? undefined : code;
  } catch {
    // A `%` that was typed by hand is no encoding: then the text stands for itself.
    return hash.slice(1);
  }
}

/** A code as it was meant, however it was typed: spaces gone, any kind of dash a plain one. */
export function tidyCode(typed: string): string {
  return typed.replace(/\s+/g, '').replace(/[\u2010-\u2015\u2212_]/g, '-');
}
