// How rows of a table that goes into several files travel through a ring: in parts, each for one file. A record of its
// own stands before each part.
//
// | bytes | what |
// |---|---|
// | 4 | which of the table's files, from 0; little-endian |
// | 4 | records in the part |

export const PART_HEAD_BYTES = 8;

export interface PartHead {
  output: number;
  count: number;
}

export function writePartHead(head: DataView, output: number, count: number) {
  head.setUint32(0, output, true);
  head.setUint32(4, count, true);
}

export function readPartHead(bytes: Uint8Array): PartHead {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  return { output: view.getUint32(0, true), count: view.getUint32(4, true) };
}
