import { parentPort, workerData } from "node:worker_threads";
import { favourite } from "./report.ts";

parentPort!.postMessage(favourite(workerData));
