import failover from "./findings/failover.ts";
import keepAlive from "./findings/keep-alive.ts";
import missingFiles from "./findings/missing-files.ts";
import realClient from "./findings/real-client.ts";
import sharing from "./findings/sharing.ts";
import staticAndErrors from "./findings/static-and-errors.ts";
import valid from "./findings/valid.ts";

export default {
  ...valid,
  ...sharing,
  ...realClient,
  ...failover,
  ...keepAlive,
  ...staticAndErrors,
  ...missingFiles,
};
