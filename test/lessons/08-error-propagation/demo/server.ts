import { createReadStream } from "node:fs";
import { setTimeout as sleep } from "node:timers/promises";

/** The same handlers on Express 4 and 5; EXPRESS says on which. Each throws its error in another way. */
const { default: express } = await import(process.env["EXPRESS"] === "4" ? "express4" : "express");
const app = express();
const tilt = () => new Error("tilt");

app.get("/throw", () => {
  throw tilt();
});
app.get("/callback-next", (_req: unknown, _res: unknown, next: (error: Error) => void) => {
  setTimeout(() => next(tilt()), 1);
});
app.get("/async-throw", async () => {
  await sleep(1);
  throw tilt();
});
app.get("/empty-reason", () => Promise.reject());
app.get("/not-returned", () => {
  void Promise.reject(tilt());
});
app.get("/throw-in-timer", () => {
  setTimeout(() => {
    throw tilt();
  }, 1);
});
app.get("/stream", (_req: unknown, res: NodeJS.WritableStream) => {
  createReadStream("no-such-file").pipe(res);
});
app.get("/throw-null", () => {
  throw null;
});
app.get("/after-the-answer", (_req: unknown, res: { send(text: string): void }) => {
  res.send("done");
  throw tilt();
});
app.get("/after-the-first-part", (_req: unknown, res: NodeJS.WritableStream) => {
  res.write("the first part");
  throw tilt();
});

// Four parameters, last, and headersSent looked at: all that the documentation asks for.
app.use((error: Error, _req: unknown, res: any, next: (error: Error) => void) => {
  if (res.headersSent) return next(error);
  res.status(500).send(`handled: ${error.message}`);
});

app.listen(process.env["PORT"]);
