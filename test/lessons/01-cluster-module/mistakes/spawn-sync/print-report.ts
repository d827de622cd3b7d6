import { favourite } from "./report.ts";

process.stdout.write(JSON.stringify(favourite(Number(process.argv[2]))));
