// One COPY from a table to here: bytes come as the server sends them.
import type { Readable } from "node:stream";

/**
 * Hands every piece of a stream to `take`, and returns when all have come.
 *
 * Pieces are taken as events, because a piece is a row: awaiting each would cost more than reading it.
 */
export function takeAll(
  stream: Readable,
  take: (piece: Uint8Array) => void,
): Promise<void> {
  return new Promise((resolve, reject) => {
    stream.on("data", (piece: Uint8Array) => {
      try {
        take(piece);
      } catch (thrown) {
        stream.destroy(thrown as Error);
      }
    });
    stream.on("end", resolve);
    stream.on("error", reject);
  });
}
