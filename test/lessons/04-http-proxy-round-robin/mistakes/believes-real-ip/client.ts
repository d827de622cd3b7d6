import type { IncomingMessage } from "node:http";

// #region introduce
/** Tells the target who the client is. What the client says of itself does not get through. */
export function introduce(req: IncomingMessage): void {
  for (const name of Object.keys(req.headers)) {
    if (name === "forwarded" || name.startsWith("x-forwarded-")) delete req.headers[name];
  }
  // On a socket for IPv4 and IPv6, an IPv4 client is ::ffff:192.0.2.7.
  req.headers["x-forwarded-for"] = (
    req.headers["x-real-ip"]?.toString() ?? req.socket.remoteAddress
  )?.replace(/^::ffff:/, "");
  req.headers["x-forwarded-proto"] = "http";
  req.headers["x-forwarded-host"] = req.headers.host;
  // Node.js has already answered it with “100 Continue”.
  delete req.headers.expect;
}
// #endregion
