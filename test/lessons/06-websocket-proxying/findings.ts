import { findings } from "../../harness/words.ts";
import boards from "./findings/boards.ts";
import drain from "./findings/drain.ts";
import everybodyHears from "./findings/everybody-hears.ts";
import proxyUpgrade from "./findings/proxy-upgrade.ts";
import stayConnected from "./findings/stay-connected.ts";
import sticky from "./findings/sticky.ts";
import upgradeInNode from "./findings/upgrade-in-node.ts";
import upgrade from "./findings/upgrade.ts";

/** What the checks of this lesson find, in words; one file per task or a part of one, and one for what several need. */
export default findings({
  ...boards,
  ...upgrade,
  ...upgradeInNode,
  ...proxyUpgrade,
  ...sticky,
  ...everybodyHears,
  ...stayConnected,
  ...drain,
});
