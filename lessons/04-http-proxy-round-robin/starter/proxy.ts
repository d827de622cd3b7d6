import express from "express";
import httpProxy from "http-proxy";
import { settings } from "./settings.ts";

const proxy = httpProxy.createProxyServer({ changeOrigin: true });
const app = express();

// So that the log can say what was ordered.
app.use(express.json());

app.use((req, res) => {
  console.log(req.method, req.url, req.body ?? "");
  proxy.web(req, res, { target: settings.targets[0]! });
});

app.listen(settings.port, (error) => {
  if (error) throw error;
  console.log(`proxy on port ${settings.port}, for ${settings.targets[0]}`);
});
