import { workerData } from "node:worker_threads";
import { favourite } from "./report.ts";

/** What a thread's file exports reaches nobody. */
export default favourite(workerData);
