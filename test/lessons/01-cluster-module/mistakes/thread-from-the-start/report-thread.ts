import { parentPort } from "node:worker_threads";
import { favourite } from "./report.ts";

parentPort!.on("message", ({ orders, answerTo }) => answerTo.postMessage(favourite(orders)));
