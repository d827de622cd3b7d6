import httpProxy from "http-proxy";
import { settings } from "./settings.ts";

const targets = [...settings.targets];

// As in the tutorial that everybody finds first.
httpProxy
  .createServer((req: any, res: any, proxy: any) => {
    const target = targets.shift()!;
    proxy.proxyRequest(req, res, { target });
    targets.push(target);
  })
  .listen(settings.port);
