import { favourite } from "./report.ts";

process.send!(favourite(Number(process.argv[2])));
