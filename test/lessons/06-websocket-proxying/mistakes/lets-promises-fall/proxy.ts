import { createServer } from "node:http";
import { createProxyServer } from "httpxy";
const proxy = createProxyServer({ target: process.env.TARGET || "http://127.0.0.1:8001" });
const server = createServer((req, res) => proxy.web(req, res));
server.on("upgrade", (req, socket, head) => proxy.ws(req, socket as any, {}, head));
server.listen(process.env.PORT || 8080);
