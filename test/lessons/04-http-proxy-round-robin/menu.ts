import { gzipSync } from "node:zlib";
import type { Answer, Got } from "../../harness/backend.ts";
import { Finding } from "../../harness/finding.ts";
import { HOST } from "./scene.ts";

export const PATH = "/menu/milk%20tea?ice=less&sugar=50%25&ice=none";
export const BODY = '{"tea": "oolong", "note": "三分糖"}';
export const HEADERS = {
  host: HOST,
  "content-type": "application/json",
  "accept-encoding": "br;q=0.9, gzip",
  "x-order-note": "no straw",
};
export const CLOSED = "closed until the milk comes";
export const PLAIN = "a menu that is long enough to be worth it. ".repeat(40);

/** A shop whose answers a proxy could spoil: a redirect, two cookies, an odd status, a refusal, a packed body. */
export const variously: Answer = ({ url, res }) => {
  if (url === "/old-menu") {
    res.writeHead(302, { location: "/menu", "set-cookie": ["cup=1", "straw=2"] }).end();
  } else if (url === "/teapot") {
    res.writeHead(418, { "x-tea": "oolong" }).end("short and stout");
  } else if (url === "/closed") {
    res.writeHead(503, { "retry-after": "60" }).end(CLOSED);
  } else if (url === "/packed") {
    res.writeHead(200, { "content-encoding": "gzip" }).end(gzipSync(PLAIN));
  } else {
    res.end("the menu");
  }
};

/** The request must be at the back end as the client sent it. */
export function mustBeTheSame(got: Got): void {
  const { host } = got.headers;
  if (got.url !== PATH) throw new Finding("path-changed", { sent: PATH, got: got.url });
  if (host !== HOST) throw new Finding("host-changed", { sent: HOST });
  if (got.body !== Buffer.from(BODY).toString("latin1")) throw new Finding("body-changed");
  const lost = Object.entries(HEADERS).filter(([name, value]) => got.headers[name] !== value);
  if (got.method !== "PUT" || lost.length > 0) {
    const what = got.method === "PUT" ? lost.map(([name]) => name) : ["PUT"];
    throw new Finding("request-changed", { what });
  }
}
