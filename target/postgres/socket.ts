// Opens the socket to a server, encrypted where the settings ask for it, and listens for the server's last words.
import { isIP, Socket } from "node:net";
import { connect as connectTls, type ConnectionOptions } from "node:tls";
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
  const plain = new Socket();
  const { connectTimeout: seconds } = settings;
  const timer = seconds === 0
    ? undefined
    : setTimeout(() => plain.destroy(coded("ETIMEDOUT", "")), 1000 * seconds);
  try {
    await connectSocket(plain, settings);
    const socket = await encrypted(plain, settings);
    socket.on("data", (bytes: Uint8Array) => {
      lastWords.message = fatalMessage(bytes) ?? lastWords.message;
    });
    return socket;
  } catch (thrown) {
    plain.destroy();
    throw thrown;
  } finally {
    clearTimeout(timer);
  }
}

async function connectSocket(
  socket: Socket,
  settings: Settings,
): Promise<void> {
  const { host, port } = settings;
  const path = socketPath(settings);
  const connected = until(socket, "connect");
  if (path !== undefined) socket.connect(path);
  else socket.connect(port, host);
  await connected;
  // Without this, Deno waits 40 ms in every batch.
  socket.setNoDelay(true);
}

/** Waits for something to happen to a socket, and gives what comes with it. */
function until<T>(socket: Socket, event: string): Promise<T> {
  return new Promise((resolve, reject) => {
    const closed = () =>
      fail(coded("ECONNRESET", "the server closed the connection"));
    function fail(error: Error): void {
      forget();
      reject(error);
    }
    function happen(what: T): void {
      forget();
      resolve(what);
    }
    function forget(): void {
      socket.removeListener("error", fail);
      socket.removeListener("close", closed);
      socket.removeListener(event, happen);
    }
    socket.once("error", fail);
    socket.once("close", closed);
    socket.once(event, happen);
  });
}

/** Sockets of the own machine need no encryption, as in libpq. */
async function encrypted(plain: Socket, settings: Settings): Promise<Socket> {
  const { sslMode } = settings;
  if (sslMode === "disable" || socketPath(settings) !== undefined) return plain;
  plain.write(SSL_REQUEST);
  const [answer] = await until<Uint8Array>(plain, "data");
  if (answer === YES) return await startTls(plain, settings);
  if (sslMode === "allow" || sslMode === "prefer") return plain;
  throw coded(
    "NO_TLS",
    `the server does not encrypt, and sslmode is ${sslMode}`,
  );
}

async function startTls(
  socket: Socket,
  settings: Settings,
): Promise<Socket> {
  const { host, sslMode, sslRootCertificate, sslCertificate, sslKey } =
    settings;
  const verifies = sslMode === "verify-ca" || sslMode === "verify-full" ||
    sslMode === "require" && sslRootCertificate !== undefined;
  const options: ConnectionOptions = {
    socket,
    // What the certificate must be for; an address is no name of a server to ask for.
    host,
    ...(isIP(host) === 0 && { servername: host }),
    rejectUnauthorized: verifies,
    ...(sslRootCertificate !== undefined && sslRootCertificate !== "system" &&
      { ca: readPem(sslRootCertificate) }),
    ...(sslCertificate !== undefined && { cert: readPem(sslCertificate) }),
    ...(sslKey !== undefined && { key: readPem(sslKey) }),
    ...(sslMode !== "verify-full" && { checkServerIdentity: () => undefined }),
  };
  const tls = connectTls(options);
  await until(tls, "secureConnect");
  return tls;
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
