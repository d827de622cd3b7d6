import { createServer } from "node:http";
import { createProxyServer } from "http-proxy-3";

const port = Number(process.env.PORT || 8080);
const target = process.env.TARGET || "http://127.0.0.1:8001";

const proxy = createProxyServer({ target, xfwd: true });

const server = createServer((req, res) => proxy.web(req, res));
server.on("upgrade", (req, socket, head) => proxy.ws(req, socket, head));

server.listen(port, () => console.log(`proxy ${port} → ${target}`));
