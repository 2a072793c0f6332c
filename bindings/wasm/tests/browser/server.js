// A server on the loopback with the strictest policy that a page with wasm can have.
import { createReadStream, existsSync, statSync } from "node:fs";
import { createServer } from "node:http";
import { extname, join, normalize } from "node:path";

/** Nothing but the page's own files, and wasm: no inline script, no eval, no other address. */
export const POLICY = [
  "default-src 'none'",
  "script-src 'self' 'wasm-unsafe-eval'",
  "style-src 'self'",
  "connect-src 'self'",
  "worker-src 'self'",
  "img-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
].join("; ");

const KINDS = {
  ".css": "text/css",
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript",
  ".json": "application/json",
  ".toml": "text/plain; charset=utf-8",
  ".wasm": "application/wasm",
};

/** Serves folders, each below a path, until the test is over; gives the address. */
export async function serve(context, folders, policy = POLICY) {
  const server = createServer((request, response) => {
    const path = normalize(decodeURIComponent(new URL(request.url, "http://localhost").pathname));
    const [prefix, folder] = Object.entries(folders).find(([one]) => path.startsWith(one)) ?? [];
    const asked = folder && join(folder, path.slice(prefix.length));
    const file = asked && existsSync(asked) && statSync(asked).isDirectory() ? join(asked, "index.html") : asked;
    if (!file || !existsSync(file)) {
      response.writeHead(path === "/favicon.ico" ? 204 : 404).end();
      return;
    }
    response.writeHead(200, {
      "Content-Security-Policy": policy,
      "Content-Type": KINDS[extname(file)] ?? "application/octet-stream",
    });
    createReadStream(file).pipe(response);
  });
  await new Promise((listening) => server.listen(0, "127.0.0.1", listening));
  context.after(() => new Promise((closed) => (server.closeAllConnections(), server.close(closed))));
  return `http://127.0.0.1:${server.address().port}`;
}
