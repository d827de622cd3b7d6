import { findings } from "../../harness/words.ts";
import dependencies from "./findings/package.ts";
import orders from "./findings/orders.ts";
import port from "./findings/port.ts";
import procfile from "./findings/procfile.ts";
import router from "./findings/router.ts";
import sigterm from "./findings/sigterm.ts";

/** What the checks of this lesson find, in words; one file per task or two. */
export default findings({
  ...port,
  ...procfile,
  ...dependencies,
  ...sigterm,
  ...router,
  ...orders,
});
