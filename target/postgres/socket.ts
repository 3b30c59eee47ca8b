// Opens the socket to a server, encrypted where the settings ask for it, and listens for the server's last words.
import { Socket } from "node:net";
import { connect as connectTls, type ConnectionOptions } from "node:tls";
import { isIP } from "node:net";
import { readPem, type Settings, socketPath } from "./settings.ts";

/** Asks a server whether it can encrypt. */
const SSL_REQUEST = new Uint8Array([0, 0, 0, 8, 4, 210, 22, 47]);
const YES = "S".charCodeAt(0);
const ERROR_RESPONSE = "E".charCodeAt(0);

/** What the server says before it hangs up: postgres.js tells only that it did. */
export interface LastWords {
  message?: string;
}

/** A socket that is connected, and encrypted where it has to be. */
export async function openSocket(
  settings: Settings,
  lastWords: LastWords,
): Promise<Socket> {
  const plain = await connectSocket(settings);
  // Without this, Deno waits 40 ms in every batch.
  plain.setNoDelay(true);
  const socket = await encrypted(plain, settings);
  socket.on("data", (bytes: Uint8Array) => {
    lastWords.message = fatalMessage(bytes) ?? lastWords.message;
  });
  return socket;
}

function connectSocket(settings: Settings): Promise<Socket> {
  const { host, port, connectTimeout } = settings;
  const path = socketPath(settings);
  const socket = new Socket();
  return new Promise((resolve, reject) => {
    const timer = connectTimeout === 0 ? undefined : setTimeout(() => {
      fail(coded("ETIMEDOUT", `no answer in ${connectTimeout} seconds`));
    }, 1000 * connectTimeout);
    function fail(error: Error): void {
      clearTimeout(timer);
      socket.destroy();
      reject(error);
    }
    socket.once("error", fail);
    socket.once("connect", () => {
      clearTimeout(timer);
      socket.removeListener("error", fail);
      resolve(socket);
    });
    if (path !== undefined) socket.connect(path);
    else socket.connect(port, host);
  });
}

/** Sockets of the own machine need no encryption, as in libpq. */
async function encrypted(plain: Socket, settings: Settings): Promise<Socket> {
  const { sslMode } = settings;
  if (sslMode === "disable" || socketPath(settings) !== undefined) return plain;
  plain.write(SSL_REQUEST);
  const answer = await firstByte(plain);
  if (answer === YES) return await startTls(plain, settings);
  if (sslMode === "allow" || sslMode === "prefer") return plain;
  plain.destroy();
  throw coded(
    "NO_TLS",
    `the server does not encrypt, and sslmode is ${sslMode}`,
  );
}

function firstByte(socket: Socket): Promise<number> {
  return new Promise((resolve, reject) => {
    const closed = () =>
      reject(coded("ECONNRESET", "the server closed the connection"));
    socket.once("error", reject);
    socket.once("close", closed);
    socket.once("data", (bytes: Uint8Array) => {
      socket.removeListener("error", reject);
      socket.removeListener("close", closed);
      resolve(bytes[0]);
    });
  });
}

function startTls(socket: Socket, settings: Settings): Promise<Socket> {
  const { host, sslMode, sslRootCertificate, sslCertificate, sslKey } =
    settings;
  const verifies = sslMode === "verify-ca" || sslMode === "verify-full" ||
    sslMode === "require" && sslRootCertificate !== undefined;
  const options: ConnectionOptions = {
    socket,
    servername: isIP(host) ? undefined : host,
    rejectUnauthorized: verifies,
    ...(sslRootCertificate !== undefined && sslRootCertificate !== "system" &&
      { ca: readPem(sslRootCertificate) }),
    ...(sslCertificate !== undefined && { cert: readPem(sslCertificate) }),
    ...(sslKey !== undefined && { key: readPem(sslKey) }),
    ...(sslMode !== "verify-full" && { checkServerIdentity: () => undefined }),
  };
  return new Promise((resolve, reject) => {
    const tls = connectTls(options);
    tls.once("error", (error) => {
      socket.destroy();
      reject(error);
    });
    tls.once("secureConnect", () => {
      tls.removeAllListeners("error");
      resolve(tls);
    });
  });
}

/** The message of a FATAL or PANIC error among the messages that these bytes are. */
function fatalMessage(bytes: Uint8Array): string | undefined {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
  for (let at = 0; at + 5 <= bytes.length;) {
    const length = view.getUint32(at + 1);
    if (bytes[at] === ERROR_RESPONSE && at + 1 + length <= bytes.length) {
      const text = new TextDecoder().decode(
        bytes.slice(at + 5, at + 1 + length),
      );
      const fields = text.split("\0");
      const field = (letter: string) =>
        fields.find((one) => one.startsWith(letter))?.slice(1);
      const severity = field("V") ?? field("S");
      if (severity === "FATAL" || severity === "PANIC") return field("M");
    }
    at += 1 + length;
  }
  return undefined;
}

function coded(code: string, message: string): Error {
  return Object.assign(new Error(message), { code });
}
