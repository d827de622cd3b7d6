import express from "express";
import { drainOnSignal } from "./drain.ts";
import { forward } from "./forward.ts";
import { settings } from "./settings.ts";

const app = express();
// So that the log can say what was ordered.
app.use(express.json());
app.use((req, res) => {
  if (req.body) console.log(req.method, req.url, req.body);
  forward(req, res);
});
const server = app.listen(settings.port, (error) => {
  if (error) throw error;
  console.log(`proxy on port ${settings.port}, for ${settings.targets.join(" and ")}`);
});
drainOnSignal(server);
