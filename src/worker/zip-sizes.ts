/** What the list at the end of a ZIP file says, without unpacking anything. */
export interface ZipSizes {
  names: readonly string[];
  /** Bytes that all entries together say they unpack to. */
  unpacked: number;
}

const endMark = 0x06054b50;
const entryMark = 0x02014b50;
/** The end may be followed by a remark of so many bytes. */
const mostRemark = 65_535;

/** Reads the list of a ZIP file; undefined if there is none. */
export function readZipSizes(bytes: Uint8Array): ZipSizes | undefined {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  let end = bytes.length - 22;
  const least = Math.max(0, end - mostRemark);
  while (end >= least && view.getUint32(end, true) !== endMark) end -= 1;
  if (end < least) return undefined;
  const count = view.getUint16(end + 10, true);
  let at = view.getUint32(end + 16, true);
  const names: string[] = [];
  let unpacked = 0;
  for (let entry = 0; entry < count; entry += 1) {
    if (at + 46 > bytes.length || view.getUint32(at, true) !== entryMark) return undefined;
    unpacked += view.getUint32(at + 24, true);
    const [name, extra, remark] = [28, 30, 32].map(offset => view.getUint16(at + offset, true));
    names.push(new TextDecoder().decode(bytes.subarray(at + 46, at + 46 + (name ?? 0))));
    at += 46 + (name ?? 0) + (extra ?? 0) + (remark ?? 0);
  }
  return { names, unpacked };
}
